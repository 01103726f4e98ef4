import {
  Application,
  ApplicationCheck,
  observedRevisions,
  sourcesOf,
} from './application';
import { Health, HealthStatus, mergeHealth } from './health';

/** Argo CD's own namespace, where a check names none (Kargo: controller.argocd.namespace). */
const DEFAULT_NAMESPACE = 'argocd';

const BAD_CONDITIONS = new Set(['ComparisonError', 'InvalidSpecError']);

type Verdict = Health | undefined;

/**
 * The health of a stage by the Argo CD Applications that its last promotion updated (kargo.md 10.3): the worst of
 * them. What Argo CD calls Unknown is Unhealthy, as for Kargo.
 */
export function assessApplications(
  checks: readonly ApplicationCheck[],
  applications: readonly Application[],
): Health {
  return mergeHealth(
    checks.map(check => {
      const namespace = check.namespace || DEFAULT_NAMESPACE;
      const application = applications.find(
        ({ metadata }) =>
          metadata.name === check.name && metadata.namespace === namespace,
      );
      return application
        ? assessApplication(application, check.desiredRevisions ?? [])
        : unknown(
            `there is no Argo CD Application "${check.name}" in namespace "${namespace}"`,
          );
    }),
  );
}

/** The first thing that is known to be wrong decides. */
function assessApplication(
  application: Application,
  desired: readonly string[],
): Health {
  return (
    staleness(application) ??
    conditions(application) ??
    synchronisation(application, desired) ??
    ownHealth(application)
  );
}

/** What Argo CD says from before its last operation ended is not to be trusted. */
function staleness(application: Application): Verdict {
  const { reconciledAt, operationState } = application.status ?? {};
  const finishedAt = operationState?.finishedAt;
  if (!finishedAt) return undefined;
  if (reconciledAt && Date.parse(reconciledAt) >= Date.parse(finishedAt))
    return undefined;
  return unknown(
    `${nameOf(
      application,
    )} was not reconciled since its last operation ended, so its health is not trusted`,
  );
}

function conditions(application: Application): Verdict {
  const bad = (application.status?.conditions ?? []).filter(({ type }) =>
    BAD_CONDITIONS.has(type),
  );
  if (bad.length === 0) return undefined;
  return {
    status: HealthStatus.Unhealthy,
    issues: bad.map(
      ({ type, message }) =>
        `${nameOf(application)} has the condition ${type}: ${message}`,
    ),
  };
}

/** Asked only where the promotion named a revision. */
function synchronisation(
  application: Application,
  desired: readonly string[],
): Verdict {
  if (!desired.some(revision => revision !== '')) return undefined;
  const name = nameOf(application);
  const finished = application.status?.operationState?.finishedAt;
  if (application.operation?.sync || !finished)
    return unknown(`${name} is being synced`);
  const sources = sourcesOf(application);
  if (sources.length !== desired.length)
    return unknown(
      `${name} has ${sources.length} sources, and ${desired.length} revisions are expected`,
    );
  const observed = observedRevisions(application);
  if (observed.length !== desired.length)
    return unknown(
      `${name} is at ${observed.length} revisions, and ${desired.length} are expected`,
    );
  const issues = desired.flatMap((revision, index) =>
    revision === '' || revision === observed[index]
      ? []
      : [
          `${name} is at "${observed[index]}" of ${sources[index].repoURL}, not at "${revision}"`,
        ],
  );
  return issues.length > 0
    ? { status: HealthStatus.Unhealthy, issues }
    : undefined;
}

function ownHealth(application: Application): Health {
  const status = application.status?.health?.status ?? '';
  const name = nameOf(application);
  switch (status) {
    case 'Healthy':
      return { status: HealthStatus.Healthy, issues: [] };
    case 'Suspended':
      return {
        status: HealthStatus.Progressing,
        issues: [`${name} is suspended`],
      };
    case 'Progressing':
    case '':
      return {
        status: HealthStatus.Progressing,
        issues: [`${name} is progressing`],
      };
    default:
      return {
        status: HealthStatus.Unhealthy,
        issues: [`${name} is ${status}`],
      };
  }
}

const unknown = (issue: string): Health => ({
  status: HealthStatus.Unknown,
  issues: [issue],
});

const nameOf = ({ metadata }: Application): string =>
  `Argo CD Application "${metadata.name}" in namespace "${metadata.namespace}"`;
