import { DefinitionPortal } from '../__testUtils__/DefinitionPortal';
import { eventually } from '../__testUtils__/eventually';
import { StandInCluster } from '../__testUtils__/StandInCluster';
import { Rollout, ROLLOUTS } from './rollout';

const ref = { namespace: 'shop', name: 'web' };
const PATH = '/projects/web/stages/dev/rollouts';

it('shows and steers Rollouts by the API of a whole backend, and the history tells who did', async () => {
  const cluster = await StandInCluster.start();
  await cluster.create(ROLLOUTS, {
    metadata: {
      ...ref,
      annotations: { 'stevedore.dev/authorized-stage': 'web:dev' },
    },
    ...{
      spec: {
        template: { spec: { containers: [{ image: 'acme/web:2' }] } },
        strategy: { canary: { steps: [{ setWeight: 50 }, { pause: {} }] } },
      },
      status: {
        ...{ observedGeneration: '1', phase: 'Progressing' },
        ...{ currentPodHash: '2', stableRS: '1', currentStepIndex: 1 },
      },
    },
  });
  const portal = await DefinitionPortal.start({
    access: cluster.access,
    annotations: {
      'stevedore.dev/stages': 'dev',
      'stevedore.dev/image': 'localhost:1/acme/web',
      'stevedore.dev/gitops': 'https://localhost:1/acme/deploy#main:{stage}',
      'stevedore.dev/rollouts': 'shop/web',
    },
  });
  try {
    let shown: any;
    await eventually(async () => {
      shown = await portal.get(PATH);
      expect(shown.rollouts).toEqual([
        expect.objectContaining({
          ...{ cluster: 'test', ...ref, phase: 'Progressing' },
          canary: expect.objectContaining({ weight: 50, step: 1 }),
        }),
      ]);
    });
    const [{ seen }] = shown.rollouts;
    const ask = { cluster: 'test', ...ref, act: 'abort', seen };
    expect(await portal.ask(PATH, { ...ask, reason: 'errors' })).toEqual({
      status: 204,
    });
    const { status } = await cluster.read<Rollout>(ROLLOUTS, ref);
    expect(status!.abort).toBe(true);
    expect(await portal.ask(PATH, ask)).toMatchObject({
      status: 409,
      error: {
        message: expect.stringContaining('has gone on meanwhile'),
      },
    });
    const { items } = await portal.get('/projects/web/history?stage=dev');
    expect(items).toContainEqual(
      expect.objectContaining({
        ...{ verb: 'rollout.asked', actor: 'user:default/ada' },
        ...{ reason: 'errors', phase: 'abort' },
        message: 'Rollout web in namespace shop of cluster test',
      }),
    );
  } finally {
    await portal.close();
    await cluster.close();
  }
});
