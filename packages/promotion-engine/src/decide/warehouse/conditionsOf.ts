import { Discovered, WarehouseCondition } from '../../model/discovery';

type Status = WarehouseCondition['status'];

const condition =
  (type: WarehouseCondition['type']) =>
  (status: Status, reason: string, message: string): WarehouseCondition => ({
    type,
    status,
    reason,
    message,
  });
const healthy = condition('Healthy');
const ready = condition('Ready');
const criteria = condition('FreightCreationCriteriaSatisfied');
const created = condition('FreightCreated');

/** What became of the freight of one discovery. */
export type FreightOutcome =
  | { kind: 'manual' }
  | { kind: 'created'; names: string[] }
  | { kind: 'exists'; name: string }
  | { kind: 'unsatisfied'; expression: string }
  | { kind: 'criteriaFailed'; message: string };

/** The first subscription that has found nothing, and what Kargo calls that. */
export function nothingFound(
  discovered: Discovered,
): { reason: string; message: string } | undefined {
  const git = discovered.git.find(each => each.commits.length === 0);
  if (git)
    return {
      reason: 'NoCommitsDiscovered',
      message: `${git.repoURL} has no commit or tag that fits the subscription`,
    };
  const image = discovered.images.find(each => each.references.length === 0);
  if (image)
    return {
      reason: 'NoImageReferencesDiscovered',
      message: `${image.repoURL} has no tag that fits the subscription: push one that it selects (SemVer takes versions only, such as 1.2.3), or change its strategy, range or filters`,
    };
  const chart = discovered.charts.find(each => each.versions.length === 0);
  return chart
    ? {
        reason: 'NoChartVersionsDiscovered',
        message: `${[chart.repoURL, chart.name]
          .filter(Boolean)
          .join(' ')} has no version that fits the subscription`,
      }
    : undefined;
}

/** A discovery that could not be made (Kargo: DiscoveryFailed). */
export function failedConditions(message: string): WarehouseCondition[] {
  return [
    healthy('False', 'DiscoveryFailed', message),
    ready('False', 'DiscoveryFailure', message),
  ];
}

/** Kargo's conditions after a discovery that was made. @param outcome - absent when something was not found */
export function conditionsOf(
  discovered: Discovered,
  outcome?: FreightOutcome,
): WarehouseCondition[] {
  const missing = nothingFound(discovered);
  if (missing) {
    const { reason, message } = missing;
    return [healthy('False', reason, message), ready('False', reason, message)];
  }
  const found = summary(discovered);
  const well = [
    healthy('True', 'ArtifactsDiscovered', found),
    ready('True', 'ArtifactsDiscovered', found),
  ];
  return outcome ? afterFreight(well, outcome) : well;
}

function afterFreight(
  well: WarehouseCondition[],
  outcome: FreightOutcome,
): WarehouseCondition[] {
  const satisfied = criteria(
    'True',
    'CriteriaSatisfied',
    'Freight may be created from what was discovered.',
  );
  switch (outcome.kind) {
    case 'created':
      return [
        ...well,
        satisfied,
        created(
          'True',
          'NewFreight',
          `Created freight ${outcome.names.join(', ')}.`,
        ),
      ];
    case 'exists':
      return [
        ...well,
        satisfied,
        created(
          'False',
          'AlreadyExists',
          `Freight ${outcome.name} exists already.`,
        ),
      ];
    case 'unsatisfied': {
      const message = `What was discovered does not satisfy ${outcome.expression}.`;
      return [
        ...well,
        criteria('False', 'CriteriaNotSatisfied', message),
        created('False', 'AwaitingFreightCreation', message),
      ];
    }
    case 'criteriaFailed': {
      const reason = 'CriteriaEvaluationFailed';
      return [
        healthy('False', reason, outcome.message),
        ready('False', reason, outcome.message),
        criteria('False', reason, outcome.message),
      ];
    }
    default:
      return [
        ...well,
        created(
          'False',
          'AwaitingFreightCreation',
          'People create the freight of this warehouse (freightCreationPolicy: Manual).',
        ),
      ];
  }
}

function summary({ git, images, charts }: Discovered): string {
  const parts = [
    [git.flatMap(each => each.commits).length, 'commits'],
    [images.flatMap(each => each.references).length, 'images'],
    [charts.flatMap(each => each.versions).length, 'chart versions'],
  ].filter(([count]) => count !== 0);
  return `Discovered ${parts.map(part => part.join(' ')).join(', ')}.`;
}
