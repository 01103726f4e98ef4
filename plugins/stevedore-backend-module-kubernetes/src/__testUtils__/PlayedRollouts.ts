import { Connection } from '../api/Connection';
import { KubernetesApi } from '../api/KubernetesApi';
import { kubeConfigOf } from '../config/kubeConfigOf';
import { CanaryStep, imagesOf, Rollout, ROLLOUTS } from '../rollouts/rollout';
import { Reflector } from '../watch/Reflector';
import { mergePatch } from './mergePatch';
import { TestCluster } from './TestCluster';

const PAUSED = 'CanaryPauseStep';

/** What the controller of Argo Rollouts does, as far as it shows in Rollouts. The hash of a template is its image's tag. */
export class PlayedRollouts {
  /** It is gone for as long as this is set. */
  held = false;
  /** How the next analyses of steps end; without one they go on running. */
  readonly analyses: { phase: string; message?: string }[] = [];
  /** Pods that never become ready: the progress deadline passes. */
  stuck = false;
  readonly #api: KubernetesApi;
  readonly #reflector: Reflector<Rollout>;
  #work: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(cluster: TestCluster) {
    const config = { name: 'controllers', access: cluster.controllers };
    this.#api = new KubernetesApi(
      'controllers',
      new Connection(kubeConfigOf(config)),
    );
    this.#reflector = new Reflector({
      api: this.#api,
      target: { kind: ROLLOUTS },
      changed: object => this.look(object as Rollout),
      turned: () => undefined,
      backOff: () => 20,
    });
    this.#reflector.start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#reflector.stop();
    await this.#work;
    await this.#api.close();
  }

  /** It is back, or something changed that is in no Rollout: it looks again. */
  look({ metadata: { namespace, name } }: Rollout): void {
    const ref = { kind: ROLLOUTS, namespace, name };
    this.#work = this.#work
      .then(async () => {
        const rollout = await this.#api.get<Rollout>(ref);
        // what it sees after it is held is not its to write about
        if (!rollout || this.held || this.#stopped) return;
        const { status = {} } = rollout;
        const next = this.#next(rollout);
        const written = JSON.stringify(mergePatch(status, next));
        if (written === JSON.stringify(status)) return;
        const { resourceVersion } = rollout.metadata;
        await this.#api.patch(
          { ...ref, subresource: 'status' },
          { metadata: { resourceVersion }, status: { ...next } },
        );
      })
      // whoever was quicker is seen, and looked at again
      .catch(() => undefined);
  }

  #next(rollout: Rollout): Record<string, unknown> {
    const { metadata, spec = {}, status = {} } = rollout;
    const { replicas = 1, strategy = {} } = spec;
    const [image] = imagesOf(spec.template);
    const hash = image.slice(image.indexOf(':') + 1);
    const steps = strategy.canary?.steps ?? [];
    const observed = { observedGeneration: `${metadata.generation ?? 1}` };
    const all = (phase: string, message = '') => ({
      ...{ phase, message },
      ...{ replicas, updatedReplicas: replicas, availableReplicas: replicas },
    });
    const done = {
      ...{ ...observed, currentPodHash: hash, stableRS: hash },
      ...{ currentStepIndex: steps.length, pauseConditions: null },
      ...{ controllerPause: null, abort: null, promoteFull: null },
      ...{ canary: {}, blueGreen: { activeSelector: hash } },
      ...{ conditions: null, ...all('Healthy') },
    };
    if (!status.stableRS || status.stableRS === hash || status.promoteFull)
      return done;
    if (status.currentPodHash !== hash)
      // a new version begins, whatever became of the one before
      return {
        ...{ ...observed, currentPodHash: hash, currentStepIndex: 0 },
        ...{ pauseConditions: null, controllerPause: null, abort: null },
        ...{ canary: {}, conditions: null },
        ...all('Progressing', 'more replicas need to be updated'),
        updatedReplicas: 0,
      };
    if (status.abort) return { ...observed, ...aborted(hash) };
    return {
      ...observed,
      ...(strategy.blueGreen
        ? switchOver(rollout, done)
        : this.#canary(rollout, { steps, done })),
    };
  }

  #canary(
    { spec, status = {} }: Rollout,
    { steps, done }: { steps: CanaryStep[]; done: object },
  ): object {
    if (this.stuck)
      return degraded('ProgressDeadlineExceeded', 'has timed out progressing');
    if (spec?.paused) return { phase: 'Paused', message: 'manually paused' };
    const { currentStepIndex, controllerPause, canary = {} } = status;
    const index = currentStepIndex ?? 0;
    const step = steps[index];
    if (!step) return done;
    const onwards = {
      ...{ phase: 'Progressing', message: 'more replicas need to be updated' },
      ...{ currentStepIndex: index + 1, controllerPause: null },
      canary: { currentStepAnalysisRunStatus: null },
    };
    if (step.setWeight !== undefined)
      return {
        ...onwards,
        updatedReplicas: Math.round(
          ((spec?.replicas ?? 1) * step.setWeight) / 100,
        ),
      };
    if (step.pause) {
      if (status.pauseConditions?.length)
        return { phase: 'Paused', message: PAUSED };
      if (controllerPause) return onwards;
      return {
        ...{ phase: 'Paused', message: PAUSED, controllerPause: true },
        pauseConditions: [{ reason: PAUSED, startTime: now() }],
      };
    }
    if (!step.analysis) return onwards;
    const running = canary.currentStepAnalysisRunStatus;
    const { phase, message } = this.analyses.shift() ?? {
      phase: running?.status ?? 'Running',
      message: running?.message,
    };
    if (phase === 'Successful') return onwards;
    return {
      ...{ phase: 'Progressing', message: 'waiting for analysis' },
      canary: {
        currentStepAnalysisRunStatus: {
          name: `web-${index}`,
          status: phase,
          message: message ?? null,
        },
      },
      ...(phase === 'Failed' && { abort: true }),
    };
  }
}

function switchOver({ status = {} }: Rollout, done: object): object {
  if (status.pauseConditions?.length) return { phase: 'Paused' };
  if (status.controllerPause) return done;
  return {
    ...{ phase: 'Paused', message: 'BlueGreenPause', controllerPause: true },
    pauseConditions: [{ reason: 'BlueGreenPause', startTime: now() }],
    blueGreen: {
      activeSelector: status.stableRS,
      previewSelector: status.currentPodHash,
    },
  };
}

const degraded = (reason: string, message: string) => ({
  ...{ phase: 'Degraded', message: `${reason}: ${message}` },
  conditions: [{ type: 'Progressing', status: 'False', reason, message }],
});

const aborted = (hash: string) => ({
  ...degraded('RolloutAborted', `Rollout aborted update to ${hash}`),
  ...{ currentStepIndex: 0, pauseConditions: null, controllerPause: null },
  ...{ updatedReplicas: 0, abort: true },
});

/** As Kubernetes writes times: whole seconds. */
const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
