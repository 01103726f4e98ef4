import { z } from 'zod';
import { chainFault } from '../decide/ledgerChain';
import { RecordChange } from '../model/outcome';
import { defineStep } from '../registry/step';
import { everyRow } from '../testing/store/everyRow';
import { EngineWorld, Killed } from './testing/EngineWorld';
import { ONE_STAGE } from './testing/oneStage';
import { ada } from './testing/suite/people';

/** Records what the test says. */
function recordingStep(changes: () => RecordChange[]) {
  return defineStep<object, never>({
    id: 'note',
    effect: 'record',
    schema: z.looseObject({}),
    capabilities: [],
    run: async () => ({
      status: 'succeeded',
      output: { noted: true },
      records: changes(),
    }),
  });
}

const MANIFESTS = `${ONE_STAGE}  promotionTemplate: {spec: {steps: [{uses: note, as: note}]}}
`;

describe('a step that records', () => {
  let world: EngineWorld;
  let changes: (freight: string) => RecordChange[];
  let freight: string;

  beforeEach(async () => {
    changes = () => [];
    world = new EngineWorld({
      manifests: MANIFESTS,
      steps: [recordingStep(() => changes(freight))],
    });
    await world.boot();
    await world.define();
    await world.release('1.0.0');
    [{ name: freight }] = await freights();
  });
  afterEach(() => world.close());

  const freights = async () =>
    (await world.store.freightPage('web', { limit: 10 })).items;

  async function promote(name = freight) {
    const at = { project: 'web', stage: 'dev', freight: name, actor: ada };
    const asked = await world.engine.request(at);
    await world.queue.settle();
    return world.store.promotion('web', asked.name);
  }

  it('writes metadata and alias with its result, in one decision', async () => {
    changes = name => [
      { kind: 'freightMetadata', name, values: { ticket: 'A-1', n: 1 } },
      { kind: 'freightMetadata', name, values: { n: { deep: [2] } } },
      { kind: 'stageMetadata', name: 'dev', values: { by: 'ada' } },
      { kind: 'freightAlias', name, alias: 'proud-otter' },
    ];
    expect(await promote()).toMatchObject({ phase: 'Succeeded' });
    expect(
      await world.store.freightByAlias('web', 'proud-otter'),
    ).toMatchObject({
      name: freight,
      metadata: { ticket: 'A-1', n: { deep: [2] } },
    });
    const stage = await world.store.stage('web', 'dev');
    expect(stage?.metadata).toEqual({ by: 'ada' });
    const entries = await world.store.entries('web', { limit: 100 });
    const at = entries.findIndex(entry => entry.verb === 'step.finished');
    expect(entries.slice(at + 1, at + 5).map(entry => entry.verb)).toEqual([
      'freight.metadataSet',
      'freight.metadataSet',
      'stage.metadataSet',
      'freight.aliasSet',
    ]);
    expect(chainFault(entries)).toBeUndefined();
    const before = await everyRow(world.store, 'web');
    await world.store.rebuild('web');
    expect(await everyRow(world.store, 'web')).toEqual(before);
  });

  it('writes once, also when the process dies right after it', async () => {
    changes = name => [{ kind: 'freightMetadata', name, values: { n: 1 } }];
    world.faults = {
      at: async point => {
        if (point === 'step.finished') throw new Killed();
      },
    };
    const at = { project: 'web', stage: 'dev', freight, actor: ada };
    await world.engine.request(at);
    await expect(world.queue.settle()).rejects.toThrow(Killed);
    world.faults = { at: async () => undefined };
    await world.boot();
    await world.queue.settle();
    const entries = await world.store.entries('web', { limit: 100 });
    const set = entries.filter(entry => entry.verb === 'freight.metadataSet');
    expect(set).toHaveLength(1);
    expect(entries[entries.length - 1].verb).toBe('verification.finished');
  });

  it.each<[string, (name: string, other: string) => RecordChange, RegExp]>([
    [
      'an alias that is taken',
      (name, other) => ({ kind: 'freightAlias', name, alias: other }),
      /the alias .+ belongs to freight [0-9a-f]{40} in web; choose another one/,
    ],
    [
      'freight that is not there',
      () => ({ kind: 'freightMetadata', name: 'nope', values: { a: 1 } }),
      /there is no freight nope in web/,
    ],
    [
      'a stage that is not there',
      () => ({ kind: 'stageMetadata', name: 'nope', values: { a: 1 } }),
      /there is no stage nope in web/,
    ],
  ])('fails for %s, and nothing is written', async (_, change, message) => {
    const other = await world.release('2.0.0');
    expect(other.name).not.toBe(freight);
    changes = name => [
      { kind: 'freightMetadata', name, values: { half: true } },
      change(name, other.alias),
    ];
    const ended = await promote();
    expect(ended?.phase).toMatch(/Failed|Errored/);
    expect(ended?.message).toMatch(message);
    const row = await world.store.freight('web', freight);
    expect(row?.metadata).toEqual({});
  });

  it('writes nothing for a plan', async () => {
    changes = name => [{ kind: 'freightMetadata', name, values: { n: 1 } }];
    const at = { project: 'web', stage: 'dev', freight, actor: ada };
    const { plan } = await world.engine.plan(at);
    expect(plan.outcomes).toEqual([
      { alias: 'note', uses: 'note', status: 'Succeeded', message: undefined },
    ]);
    const row = await world.store.freight('web', freight);
    expect(row?.metadata).toEqual({});
  });
});
