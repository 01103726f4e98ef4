import {
  AnalysisRunPlace,
  AnalysisRunRef,
  AnalysisRuns,
  AnalysisRunSight,
  KeptRuns,
  NewAnalysisRun,
  RunAsker,
} from '@stevedore/promotion-engine';
import { ClusterError } from '../api/ClusterError';
import { Target } from '../api/KubernetesApi';
import { copyPodLogs } from '../jobs/copyPodLogs';
import { PODS } from '../jobs/jobKinds';
import { Pod } from '../jobs/judgeJob';
import { ModuleDeps } from '../ModuleDeps';
import { Cluster } from '../watch/Cluster';
import { ANALYSIS_RUNS, AnalysisRun } from './analysisRun';
import { jobOf, judgeAnalysisRun } from './judgeAnalysisRun';
import { runsToRemove } from './runsToRemove';

const refOf = ({ namespace, name }: AnalysisRunRef) => ({
  kind: ANALYSIS_RUNS,
  namespace,
  name,
});

/** AnalysisRuns of the clusters that are configured; each is one object, by a name of its own. */
export class ClusterAnalysisRuns implements AnalysisRuns {
  readonly #deps: Pick<ModuleDeps, 'clusters' | 'look'>;

  constructor(deps: Pick<ModuleDeps, 'clusters' | 'look'>) {
    this.#deps = deps;
  }

  async look(run: AnalysisRunRef, asker: RunAsker): Promise<AnalysisRunSight> {
    const cluster = this.#cluster(run);
    if (typeof cluster === 'string')
      return { status: 'refused', reason: cluster };
    const ref = refOf(run);
    const sight = await cluster.see<AnalysisRun>(ref);
    this.#wake(cluster, run, asker);
    if (sight.status === 'unknown') return sight;
    if (sight.status === 'absent') return confirm(cluster, run, asker.now);
    await this.#copyLogs(cluster, sight.object, asker);
    return judgeAnalysisRun(sight.object, asker.now);
  }

  async begin(run: AnalysisRunRef, order: NewAnalysisRun) {
    const cluster = this.#cluster(run);
    if (typeof cluster === 'string')
      return { status: 'refused' as const, reason: cluster };
    const { labels, annotations, spec } = order;
    const { namespace, name } = run;
    try {
      await cluster.api.create(
        { kind: ANALYSIS_RUNS, namespace },
        {
          apiVersion: `${ANALYSIS_RUNS.group}/${ANALYSIS_RUNS.version}`,
          kind: ANALYSIS_RUNS.kind,
          metadata: { name, namespace, labels, annotations },
          spec,
        },
      );
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
      const { message: reason, conflict, passing } = error;
      // one of that name is ours: nobody else knows the id in it
      if (!conflict)
        return { status: passing ? 'unknown' : 'refused', reason } as const;
    }
    return { status: 'begun' as const };
  }

  async stop(run: AnalysisRunRef): Promise<void> {
    const cluster = this.#cluster(run);
    if (typeof cluster === 'string') throw new Error(cluster);
    try {
      await cluster.api.patch(refOf(run), { spec: { terminate: true } });
    } catch (error) {
      if (!(error instanceof ClusterError && error.missing)) throw error;
    }
  }

  async tidy(
    place: AnalysisRunPlace,
    { project, stage, collections }: KeptRuns,
  ): Promise<void> {
    const cluster = this.#cluster(place);
    if (typeof cluster === 'string') throw new Error(cluster);
    const { namespace } = place;
    const all = await cluster.select<AnalysisRun>(ANALYSIS_RUNS, namespace, {});
    if (all.status === 'unknown') throw new Error(all.reason);
    const mine = all.objects.filter(
      ({ metadata }) =>
        metadata.annotations?.['stevedore.dev/stage'] === `${project}:${stage}`,
    );
    for (const name of runsToRemove(mine, collections))
      await cluster.api.remove({ kind: ANALYSIS_RUNS, namespace, name });
  }

  #wake(cluster: Cluster, run: AnalysisRunRef, asker: RunAsker): void {
    const { project, stage } = asker;
    this.#deps.clusters.interests.add(cluster.topicsOf(refOf(run)), {
      id: `analysis:${project}/${stage}`,
      wake: () => {
        this.#deps
          .look({ kind: 'stage', project, name: stage })
          .catch(() => undefined);
      },
    });
  }

  /** Only Jobs beside the run: what its status names elsewhere is nobody's word for a right to read it. */
  async #copyLogs(
    cluster: Cluster,
    run: AnalysisRun,
    asker: RunAsker,
  ): Promise<void> {
    const { namespace } = run.metadata;
    const { now } = asker;
    for (const result of run.status?.metricResults ?? []) {
      const job = jobOf(result);
      if (!job) continue;
      const open = asker.transcript(result.name);
      const target: Target = { kind: PODS, namespace };
      try {
        const { items } = await cluster.api.list<Pod>(target, {
          labelSelector: `job-name=${job}`,
        });
        await copyPodLogs(cluster.api, items, { open, now });
      } catch (error) {
        if (!(error instanceof ClusterError)) throw error;
        if (error.passing) continue;
        const told = await open('what is missing');
        const at = new Date(now).toISOString();
        if (told.until === undefined)
          await told.add([{ at, text: error.message }]);
      }
    }
  }

  #cluster({ cluster }: AnalysisRunPlace): Cluster | string {
    try {
      return this.#deps.clusters.get(cluster);
    } catch (error) {
      return (error as Error).message;
    }
  }
}

/** A watch may not have seen yet what was made a moment ago. */
async function confirm(
  cluster: Cluster,
  run: AnalysisRunRef,
  now: number,
): Promise<AnalysisRunSight> {
  try {
    const object = await cluster.api.get<AnalysisRun>(refOf(run));
    return object ? judgeAnalysisRun(object, now) : { status: 'absent' };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    return { status: 'unknown', reason: error.message };
  }
}
