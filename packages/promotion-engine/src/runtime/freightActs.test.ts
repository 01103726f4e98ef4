import { systemClock } from '../adapters/system';
import { FreightRow } from '../model/rows';
import { MemoryStore } from '../testing';
import { EngineWorld } from './testing/EngineWorld';
import { ada } from './testing/suite/people';

const needed = {
  needs: [{ count: 1, from: 'group:default/web' }],
  excludeRequester: true,
  reasonRequired: false,
  source: 'platform' as const,
};

describe('what people say about freight', () => {
  let world: EngineWorld;
  afterEach(() => world.close());

  const start = async (options: object = {}) => {
    world = await EngineWorld.start(new MemoryStore(systemClock), {
      stages: ['dev', 'prod'],
      ...options,
    });
  };
  const on = (freight: FreightRow, reason?: string) => ({
    project: 'web',
    freight: freight.alias,
    actor: ada,
    reason,
  });
  const ask = (stage: string, freight: FreightRow) =>
    world.engine.request({
      project: 'web',
      stage,
      freight: freight.name,
      actor: ada,
    });
  const gatesOf = async (stage: string, freight: FreightRow) =>
    (
      await world.engine.gates({
        project: 'web',
        stage,
        freight: freight.name,
      })
    ).verdicts
      .filter(({ status }) => status !== 'pass')
      .map(({ gate }) => gate);
  const inStage = async (stage: string) => {
    const row = await world.store.stage('web', stage);
    return Object.values(row?.history[0]?.items ?? {}).map(
      ({ images }) => images[0].tag,
    );
  };
  const told = async (freight: FreightRow) =>
    (
      await world.store.history('web', {
        limit: 1,
        subject: `freight:${freight.name}`,
      })
    ).items[0];

  describe('a waiver', () => {
    it('lets freight past verification into one stage, and says why for good', async () => {
      await start();
      const freight = await world.release('1.0.0');
      expect(await gatesOf('prod', freight)).toEqual(['availability']);
      await world.engine.waive({ ...on(freight, ' urgent '), stage: 'prod' });
      expect(await gatesOf('prod', freight)).toEqual([]);
      expect(await told(freight)).toMatchObject({
        verb: 'freight.waived',
        actor: ada.ref,
        reason: 'urgent',
        data: { stage: 'prod' },
      });
      await ask('prod', freight);
      await world.queue.settle();
      expect(await inStage('prod')).toEqual(['1.0.0']);
      expect(await inStage('dev')).toEqual([]);
    });

    it('wakes a policy that waited for it', async () => {
      await start({ auto: ['prod'] });
      const freight = await world.release('1.0.0');
      expect(await inStage('prod')).toEqual([]);
      await world.engine.waive({ ...on(freight, 'urgent'), stage: 'prod' });
      await world.queue.settle();
      expect(await inStage('prod')).toEqual(['1.0.0']);
    });

    it('approves nothing', async () => {
      await start({ platformApprovals: [needed] });
      const freight = await world.release('1.0.0');
      await world.engine.waive({ ...on(freight, 'urgent'), stage: 'prod' });
      const { name } = await ask('prod', freight);
      await world.queue.settle();
      expect(await world.store.promotion('web', name)).toMatchObject({
        phase: 'Requested',
      });
      expect(await world.store.approvals('web', [name])).toEqual([]);
    });

    it.each([
      ['prod', undefined, 'invalid', /needs a reason/],
      ['prod', '  ', 'invalid', /needs a reason/],
      ['dev', 'why', 'conflict', /needs no waiver/],
      ['qa', 'why', 'notFound', /no stage qa/],
    ])('into %s because of %j is %s', async (stage, reason, kind, message) => {
      await start();
      const freight = await world.release('1.0.0');
      const refused = await world.engine
        .waive({ ...on(freight, reason), stage })
        .catch(error => error);
      expect(refused).toMatchObject({ kind });
      expect(refused.message).toMatch(message);
    });

    it('is given once, and not to freight in quarantine', async () => {
      await start();
      const freight = await world.release('1.0.0');
      const waive = (of: FreightRow) =>
        world.engine.waive({ ...on(of, 'urgent'), stage: 'prod' });
      await waive(freight);
      await expect(waive(freight)).rejects.toThrow(
        'user:default/ada let it past verification for prod already: urgent',
      );
      const bad = await world.release('1.1.0');
      await world.engine.quarantine(on(bad, 'leaks'));
      await expect(waive(bad)).rejects.toThrow(
        'quarantined by user:default/ada: leaks',
      );
    });
  });

  describe('a quarantine', () => {
    it('closes every stage, a waiver notwithstanding, until it is lifted', async () => {
      await start();
      const freight = await world.release('1.0.0');
      await world.engine.waive({ ...on(freight, 'urgent'), stage: 'prod' });
      const marked = await world.engine.quarantine(on(freight, 'leaks'));
      expect(marked.quarantine).toMatchObject({
        actor: ada.ref,
        reason: 'leaks',
      });
      expect(await gatesOf('dev', freight)).toEqual(['quarantine']);
      expect(await gatesOf('prod', freight)).toEqual(['quarantine']);
      await expect(ask('dev', freight)).rejects.toThrow(
        'quarantined by user:default/ada: leaks',
      );
      const lifted = await world.engine.liftQuarantine(
        on(freight, 'a mistake'),
      );
      expect(lifted.quarantine).toBeUndefined();
      expect(await told(freight)).toMatchObject({
        verb: 'freight.quarantineLifted',
        reason: 'a mistake',
      });
      expect(await gatesOf('dev', freight)).toEqual([]);
      expect(await gatesOf('prod', freight)).toEqual([]);
    });

    it('aborts what waits, also what waits at a gate, and nobody has to clean up', async () => {
      await start({ platformApprovals: [needed] });
      const freight = await world.release('1.0.0');
      const { name } = await ask('dev', freight);
      await world.engine.quarantine(on(freight, 'leaks'));
      await world.queue.settle();
      expect(await world.store.promotion('web', name)).toMatchObject({
        phase: 'Aborted',
        message: 'aborted by user:default/ada; nothing was written',
      });
    });

    it('stops what runs before it has written anything', async () => {
      await start();
      const freight = await world.release('1.0.0');
      world.faults = {
        at: async point => {
          if (point !== 'promotion.started') return;
          await world.engine.quarantine(on(freight, 'leaks'));
        },
      };
      const { name } = await ask('dev', freight);
      await world.queue.settle();
      expect(await world.store.promotion('web', name)).toMatchObject({
        phase: 'Errored',
        message: expect.stringContaining(
          'quarantined by user:default/ada: leaks',
        ),
      });
      expect(await inStage('dev')).toEqual([]);
    });

    it('is passed over by auto-promotion, which takes the next older', async () => {
      await start();
      await world.release('1.0.0');
      const bad = await world.release('1.1.0');
      await world.engine.quarantine(on(bad, 'leaks'));
      await world.define({ auto: ['dev'] });
      expect(await inStage('dev')).toEqual(['1.0.0']);
      await world.engine.liftQuarantine(on(bad, 'a mistake'));
      await world.queue.settle();
      expect(await inStage('dev')).toEqual(['1.1.0']);
    });

    it('takes nothing out of a stage: a policy does not go back by itself, but goes on', async () => {
      await start({ auto: ['dev'] });
      await world.release('1.0.0');
      const bad = await world.release('1.1.0');
      await world.engine.quarantine(on(bad, 'leaks'));
      await world.queue.settle();
      expect(await inStage('dev')).toEqual(['1.1.0']);
      await world.release('1.2.0');
      expect(await inStage('dev')).toEqual(['1.2.0']);
    });

    it.each([
      ['quarantine', undefined, 'invalid', /quarantine freight needs a reason/],
      ['liftQuarantine', '', 'invalid', /lift a quarantine needs a reason/],
      ['liftQuarantine', 'why', 'conflict', /is not quarantined/],
    ] as const)(
      '%s because of %j is %s',
      async (act, reason, kind, message) => {
        await start();
        const freight = await world.release('1.0.0');
        const refused = await world.engine[act](on(freight, reason)).catch(
          error => error,
        );
        expect(refused).toMatchObject({ kind });
        expect(refused.message).toMatch(message);
      },
    );

    it('is set once', async () => {
      await start();
      const freight = await world.release('1.0.0');
      await world.engine.quarantine(on(freight, 'leaks'));
      await expect(
        world.engine.quarantine(on(freight, 'again')),
      ).rejects.toThrow('it is quarantined by user:default/ada: leaks');
    });
  });

  it('ends a promotion that waits at a gate when somebody aborts it', async () => {
    await start({
      gates: [
        {
          id: 'closed',
          moments: ['start'],
          evaluate: () => ({
            status: 'blocked',
            sentence: 'closed',
            evidence: {},
            clearedBy: [],
          }),
        },
      ],
    });
    const { name } = await ask('dev', await world.release('1.0.0'));
    await world.queue.settle();
    await world.engine.abort({ project: 'web', promotion: name, actor: ada });
    await world.queue.settle();
    expect(await world.store.promotion('web', name)).toMatchObject({
      phase: 'Aborted',
      message: 'aborted by user:default/ada; nothing was written',
    });
  });
});
