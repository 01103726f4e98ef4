import { EngineWorld } from '../EngineWorld';
import { unchanged } from './deciding';
import { ada, person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const LEADS = 'group:default/platform-leads';
const lea = person('lea', LEADS);
const ravi = person('ravi');
const TELL =
  '{uses: compose-output, as: told, config: {by: "${{ outputs.ask.responses[0].user }}"}}';
const FORM =
  '{uses: get-user-input, as: form, config: {display: "Which?", responders: [{claim: email, value: Lea@acme.example}], schema: {type: object, required: [version], properties: {version: {type: string}}}}}';
const USE =
  '{uses: compose-output, as: used, config: {said: "${{ outputs.form.values.version }} by ${{ outputs.form.respondedBy }}"}}';

/** Steps that ask people while a promotion runs. */
export function askingSuite(open: OpenStore): void {
  describe('a step that asks people', () => {
    const start = worldsOn(open);
    const wait = (config: string) =>
      `{uses: wait-for-approval, as: ask, config: ${config}}`;
    const begin = async (...more: string[]) => {
      const world = await start({
        stages: ['dev'],
        more,
        users: { [lea.ref]: { stands: [], mail: 'lea@acme.example' } },
      });
      const freight = await world.release('1.1.0');
      const into = { project: 'web', stage: 'dev', freight: freight.name };
      const { plan } = await world.engine.plan({ ...into, actor: ada });
      const { name } = await world.engine.request({ ...into, actor: ada });
      await world.queue.settle();
      return { world, name, plan };
    };
    const answer = async (
      world: EngineWorld,
      name: string,
      said: Omit<
        Parameters<EngineWorld['engine']['people']['answerStep']>[0],
        'project' | 'promotion' | 'step'
      > & { step?: number },
    ) => {
      await world.engine.people.answerStep({
        project: 'web',
        promotion: name,
        step: 4,
        ...said,
      });
      await world.queue.settle();
      return world.promotion(name);
    };
    const approve = { action: 'approve' as const };

    it('waits over a restart until enough people, and whom it requires, have approved; later steps see who', async () => {
      const { world, name, plan } = await begin(
        wait(
          '{minApprovals: 2, approvers: [{claim: groups, value: platform-leads, required: true}, {role: release-managers}]}',
        ),
        TELL,
      );
      expect(plan.problem).toBeUndefined();
      expect(plan.outcomes.slice(4)).toMatchObject([
        { status: 'asks' },
        { status: 'unknown' },
      ]);
      expect(await world.promotion(name)).toMatchObject({ phase: 'Running' });
      await unchanged(
        world,
        () => answer(world, name, { ...approve, actor: ada }),
        'is not among those whom this step asks: group:default/platform-leads, group:default/release-managers',
      );
      const rosa = person('rosa');
      for (const actor of [ravi, rosa])
        expect(
          await answer(world, name, { ...approve, actor, reason: 'go' }),
        ).toMatchObject({ phase: 'Running' });
      await unchanged(
        world,
        () => answer(world, name, { ...approve, actor: ravi }),
        'has answered already',
      );
      await unchanged(
        world,
        () => answer(world, name, { action: 'submit', actor: lea }),
        'this step takes approve or reject, not submit',
      );
      const before = await world.store.head('web');
      await world.boot();
      await world.queue.settle();
      expect(await world.store.head('web')).toEqual(before);
      const [step] = (await world.store.steps('web', name)).slice(4);
      expect(step).toMatchObject({
        status: 'Running',
        message:
          'waits for approval: 2 of 2 people have approved, and group:default/platform-leads has to',
        ask: { kind: 'approval', minApprovals: 2 },
      });
      const done = await answer(world, name, { ...approve, actor: lea });
      expect(done.phase).toBe('Succeeded');
      const steps = await world.store.steps('web', name);
      expect(steps[4].output).toMatchObject({
        responses: [
          { user: ravi.ref, action: 'approve', message: 'go' },
          { user: rosa.ref, action: 'approve', message: 'go' },
          { user: lea.ref, action: 'approve' },
        ],
      });
      expect(steps[5].output).toEqual({ by: ravi.ref });
      await unchanged(
        world,
        () => answer(world, name, { ...approve, actor: lea }),
        'does not ask anything now',
      );
    });

    it('fails the promotion when somebody rejects, and says why', async () => {
      const { world, name } = await begin(wait('{}'), TELL);
      const ended = await answer(world, name, {
        action: 'reject',
        actor: ada,
        reason: 'too early',
      });
      expect(ended).toMatchObject({
        phase: 'Failed',
        message: expect.stringContaining(
          'rejected by user:default/ada: too early',
        ),
      });
      const steps = await world.store.steps('web', name);
      expect(steps[4].output).toMatchObject({
        responses: [{ action: 'reject', message: 'too early' }],
      });
    });

    it('takes what somebody fills in, when it fits the schema', async () => {
      const { world, name } = await begin(FORM, USE);
      const submit = { action: 'submit' as const, actor: lea };
      await unchanged(
        world,
        () => answer(world, name, { ...submit, actor: ravi }),
        'is not among those whom this step asks: Lea@acme.example',
      );
      await unchanged(
        world,
        () => answer(world, name, { ...submit, values: { version: 1 } }),
        'version must be string',
      );
      await unchanged(
        world,
        () => answer(world, name, { ...submit, step: 99 }),
        'has no step 99',
      );
      const values = { version: '1.1.0' };
      const done = await answer(world, name, { ...submit, values });
      expect(done.phase).toBe('Succeeded');
      const steps = await world.store.steps('web', name);
      expect(steps[4].output).toMatchObject({
        values,
        respondedBy: lea.ref,
        respondedAt: expect.any(String),
      });
      expect(steps[5].output).toEqual({ said: `1.1.0 by ${lea.ref}` });
    });

    it('can be aborted while it waits', async () => {
      const { world, name } = await begin(wait('{}'));
      await world.engine.abort({ project: 'web', promotion: name, actor: ada });
      await world.queue.settle();
      expect((await world.promotion(name)).phase).toBe('Aborted');
    });
  });
}
