import {
  assessApplications,
  FinishedStep,
  mergeHealth,
  StepHealth,
} from '@stevedore/promotion-engine';
import { ModuleDeps, stageInterest } from '../ModuleDeps';
import { Sight } from '../watch/Cluster';
import { Application } from './application';

/** What `argocd-update` wrote down before it began; its health rests on it. */
export interface UpdateIntent {
  apps: {
    cluster: string;
    namespace: string;
    name: string;
    /** One for each source; an empty one expects nothing. */
    revisions: string[];
  }[];
}

/** Health of a stage by the Applications that its last promotion synced (kargo.md 10.3). */
export async function applicationsHealth(
  deps: ModuleDeps,
  done: FinishedStep,
): Promise<StepHealth> {
  const { apps } = done.intent as unknown as UpdateIntent;
  const places = apps.map(app => ({ app, ...deps.argocds.at(app) }));
  await Promise.all(places.map(place => place.sight()));
  const assess = () =>
    mergeHealth(
      places.map(({ app, cluster, ref }) =>
        assessSight(app, cluster.peek<Application>(ref)),
      ),
    );
  deps.clusters.interests.whenDifferent(
    places.flatMap(({ cluster, ref }) => cluster.topicsOf(ref)),
    { ...stageInterest(deps, done), sight: () => JSON.stringify(assess()) },
  );
  const links = places.flatMap(({ link }) => link ?? []);
  return { ...assess(), links };
}

function assessSight(
  app: UpdateIntent['apps'][number],
  sight: Sight<Application>,
) {
  if (sight.status === 'unknown')
    return {
      status: 'Unknown' as const,
      issues: [
        `Argo CD Application "${app.name}" in namespace "${app.namespace}" cannot be seen: ${sight.reason}`,
      ],
    };
  const { name, namespace, revisions } = app;
  return assessApplications(
    [{ name, namespace, desiredRevisions: revisions }],
    sight.status === 'found' ? [sight.object] : [],
  );
}
