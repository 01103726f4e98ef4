import { subscribe } from 'node:diagnostics_channel';
import { FinishedStep } from '../../packages/promotion-engine/src';
import { createModule } from '../../plugins/stevedore-backend-module-kubernetes/src/createModule';
import { answerMeter, FollowerOptions, Seen } from './follower';

// A process of `bench:kubernetes`: the module for clusters, with the health of many stages, each resting on one
// Application. What the engine would do with a stage that it is told to look at is asked of the module at once.

const options: FollowerOptions = JSON.parse(process.argv[2]);
const { url, caFile, token, stages } = options;
const seen = new Map<string, string>();
let calls = 0;
// every request that is made, whoever makes it
subscribe('undici:request:create', () => {
  calls += 1;
});

const stageOf = (index: number) => `stage-${index}`;

const { steps } = createModule({
  config: {
    clusters: [
      { name: 'bench', access: { url, caFile, token, skipTLSVerify: false } },
    ],
    argocd: [{ cluster: 'bench', namespace: 'argocd' }],
  },
  logger: {
    info() {},
    warn: sentence => process.stderr.write(`${sentence}\n`),
  },
  look: async ({ name }) => assess(name),
  changed: () => undefined,
});
const health = steps.find(({ id }) => id === 'argocd-update')!.health!;

async function assess(stage: string): Promise<void> {
  const { status } = await health(finished(stage));
  if (seen.get(stage) === status) return;
  seen.set(stage, status);
  const told: Seen = { kind: 'seen', name: stage, health: status };
  process.send!(told);
}

/** The step of the stage's last promotion, as far as its health asks for it. */
function finished(stage: string): FinishedStep {
  const name = stage.replace('stage-', 'app-');
  const app = { cluster: 'bench', namespace: 'argocd', name, revisions: [''] };
  return {
    ...{ project: 'bench', stage, alias: 'argocd' },
    intent: { apps: [app] },
  } as unknown as FinishedStep;
}

async function main(): Promise<void> {
  const all = Array.from({ length: stages }, (_, index) => stageOf(index));
  await Promise.all(all.map(assess));
  answerMeter(() => calls);
}

main();
