import { FinishedStep, RunningFacts } from '@stevedore/promotion-engine';
import { Application, sourcesIn } from '../argocd/application';
import { UpdateIntent } from '../argocd/applicationsHealth';
import { ModuleDeps } from '../ModuleDeps';
import { Said } from './factsOf';
import { whatRuns } from './objectsRunning';

/** What runs by the Applications that a promotion synced: their images, and the revision of each source. */
export function applicationsRunning(
  deps: ModuleDeps,
  done: FinishedStep,
): Promise<RunningFacts[]> {
  const { apps } = done.intent as unknown as UpdateIntent;
  return whatRuns<Application>(
    deps,
    done,
    apps.map(app => {
      const { cluster, ref } = deps.argocds.at(app);
      const what = `Argo CD Application "${app.name}" in namespace "${app.namespace}"`;
      return { at: cluster, ref, what, say: applicationRuns };
    }),
  );
}

/** What Argo CD saw when it looked last; from before its last operation ended it says nothing. */
export function applicationRuns(application: Application): Said {
  const { summary, sync, reconciledAt, operationState } =
    application.status ?? {};
  if (!sync) return { reason: 'was not looked at by Argo CD yet' };
  if (operationState && !operationState.finishedAt)
    return { reason: 'is being synced' };
  const finishedAt = operationState?.finishedAt;
  if (
    finishedAt &&
    !(reconciledAt && Date.parse(reconciledAt) >= Date.parse(finishedAt))
  )
    return { reason: 'was not reconciled since its last operation ended' };
  // what it is compared with is what it has only where they agree
  const from =
    sync.status === 'Synced' ? sync : operationState?.syncResult ?? {};
  const at = from.revisions?.length ? from.revisions : [from.revision ?? ''];
  return {
    images: summary?.images ?? [],
    revisions: sourcesIn(application).flatMap(({ repoURL, chart }, index) =>
      at[index] ? { repoURL, chart, revision: at[index] } : [],
    ),
  };
}
