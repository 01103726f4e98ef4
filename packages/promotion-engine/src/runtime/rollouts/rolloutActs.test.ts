import { createValueMasker, systemClock } from '../../adapters/system';
import { StageRollouts } from '../../ports/rollouts';
import { MemoryStore } from '../../testing';
import { Definitions } from '../context';
import { createRolloutActs } from './createRolloutActs';
import { RolloutAsk } from './RolloutActs';

const at = { project: 'web', stage: 'prod' };
const ref = { cluster: 'eu', namespace: 'shop', name: 'web' };
const ask: RolloutAsk = {
  ...{ ...at, rollout: ref, act: 'abort', seen: 's', reason: 'errors' },
  actor: { ref: 'user:default/ada', ownership: [] },
};

function setup(rollouts?: Partial<StageRollouts>) {
  const store = new MemoryStore(systemClock);
  const masker = createValueMasker();
  const told: string[][] = [];
  const acts = createRolloutActs({
    ...{ store, masker, clock: systemClock },
    rollouts: rollouts as StageRollouts,
    events: { publish: ({ subjects }) => void told.push(subjects) },
    grants: { refusal: async ({ stage, url }) => `${stage} ${url}` },
    definitions: {
      load: async () => ({
        project: { stages: [{ name: 'prod', rollouts: [ref] }] },
        entityRef: 'component:default/web',
      }),
    } as unknown as Definitions,
  });
  const ledger = async () =>
    (await store.entries('web', { limit: 10 })).map(
      ({ verb, actor, subject, reason, data }) => ({
        ...{ verb, actor, subject, reason, data },
      }),
    );
  return { acts, ledger, masker, told };
}

const asked = {
  ...{ actor: 'user:default/ada', subject: 'stage:prod' },
  data: { stage: 'prod', rollout: ref, act: 'abort' },
};

it('writes down who asked and why before the cluster is told', async () => {
  let before: unknown[] = [];
  const { acts, ledger, told } = setup({
    prepare: async () => ({
      apply: async () => {
        before = await ledger();
      },
    }),
  });
  await acts.act(ask);
  const entry = { ...asked, verb: 'rollout.asked', reason: 'errors' };
  expect(before).toEqual([entry]);
  expect(await ledger()).toEqual([entry]);
  expect(told).toEqual([['stage:prod']]);
});

it('writes down what the cluster did not do, without secrets', async () => {
  const { acts, ledger, masker } = setup({
    prepare: async () => ({
      apply: async () => {
        throw new Error('cluster eu does not know hunter2');
      },
    }),
  });
  masker.add('hunter2');
  await expect(acts.act(ask)).rejects.toThrow(
    'cluster eu does not know ******',
  );
  expect((await ledger())[1]).toEqual({
    ...asked,
    verb: 'rollout.failed',
    actor: 'component:rollouts',
    reason: 'cluster eu does not know ******',
  });
});

it('writes nothing down that was not done', async () => {
  const { acts, ledger } = setup({
    prepare: async () => ({ whyNot: 'It is aborted already.' }),
  });
  await expect(acts.act(ask)).rejects.toThrow('It is aborted already.');
  expect(await ledger()).toEqual([]);
});

it('wants to know why checks are passed', async () => {
  const { acts } = setup({});
  await expect(
    acts.act({ ...ask, act: 'promote-full', reason: ' ' }),
  ).rejects.toThrow('say why');
});

it('tells open pages when what was read is different', async () => {
  let changed = () => {};
  const { acts, told } = setup({
    read: async (_, wake) => {
      changed = wake;
      return [];
    },
  });
  await acts.read(at);
  expect(told).toEqual([]);
  changed();
  expect(told).toEqual([['stage:prod']]);
});

it('says that no module is there, and which stages are not', async () => {
  const { acts } = setup();
  expect(await acts.read(at)).toEqual([
    expect.objectContaining({
      ref,
      phase: 'Unknown',
      message: expect.stringContaining('no module for clusters'),
    }),
  ]);
  await expect(acts.act(ask)).rejects.toThrow('no module for clusters');
  await expect(acts.read({ ...at, stage: 'dev' })).rejects.toThrow(
    'there is no stage dev in web',
  );
});
