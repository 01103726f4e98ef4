import { isAvailable } from '../../decide/freightAvailability';
import { InflationError, inflateSteps } from '../../decide/inflateSteps';
import { FreightOrigin, originKey } from '../../model/artifacts';
import { Stage, WrittenStep } from '../../model/definition';
import { Finding } from '../document';
import { WrittenPromotion } from '../documents/promotion';
import { Path } from '../path';
import { AdmittedFreight, Cluster } from './cluster';

export interface PromotionQuestion {
  namespace: string;
  promotion: WrittenPromotion;
}

/** The Stage has steps that can be written out, and the freight may enter it (kargo.md 5.1). */
export function promotionFindings(
  cluster: Cluster,
  { namespace, promotion }: PromotionQuestion,
): Finding[] {
  const stage = cluster.stage(namespace, promotion.stage);
  if (!stage) {
    return [
      problem(
        ['spec', 'stage'],
        `There is no Stage ${promotion.stage}, or Kargo would refuse it.`,
        'Name a Stage of this definition.',
      ),
    ];
  }
  if (!stage.promotionTemplate) {
    return [
      problem(
        ['spec', 'stage'],
        `Stage ${stage.name} has no steps, so nothing can be promoted to it.`,
        'Name a Stage with promotion steps.',
      ),
    ];
  }
  return [
    ...targetFindings(promotion),
    ...inflationFindings(stage, cluster.tasks(namespace)),
    ...freightFindings(stage, promotion, cluster.freight(namespace)),
  ];
}

function targetFindings({ target }: WrittenPromotion): Finding[] {
  return target
    ? [
        problem(
          ['spec', 'target'],
          'Only a PromotionRequest makes Promotions for a Target.',
          'Remove target.',
        ),
      ]
    : [];
}

function inflationFindings(
  stage: Stage,
  tasks: ReturnType<Cluster['tasks']>,
): Finding[] {
  const { vars, steps } = stage.promotionTemplate!;
  try {
    inflateSteps<WrittenStep>({ steps, vars: [...stage.vars, ...vars], tasks });
    return [];
  } catch (error) {
    if (!(error instanceof InflationError)) throw error;
    return [
      problem(['spec', 'stage'], error.message, `Correct Stage ${stage.name}.`),
    ];
  }
}

function freightFindings(
  stage: Stage,
  { freight, origin }: WrittenPromotion,
  known: readonly AdmittedFreight[],
): Finding[] {
  const path: Path = ['spec', origin ? 'origin' : 'freight'];
  if ((freight === '') === (origin === undefined)) {
    return [
      problem(
        path,
        'A Promotion names exactly one of freight and origin.',
        'Give the 40 digits of the Freight, or the Warehouse whose newest is meant.',
      ),
    ];
  }
  const fits = origin
    ? known.some(one => isCandidate(stage, one, origin))
    : known.some(one => one.name === freight && mayEnter(stage, one));
  return fits
    ? []
    : [
        problem(
          path,
          origin
            ? `No freight of ${originKey(origin)} is available to Stage ${
                stage.name
              }.`
            : `The Freight ${freight} is not available to Stage ${stage.name}.`,
          'A Promotion names Freight by its 40 digits, not by name or alias, and only what may enter the Stage.',
        ),
      ];
}

function requestOf(stage: Stage, origin: FreightOrigin) {
  return stage.requestedFreight.find(
    each => originKey(each.origin) === originKey(origin),
  );
}

/** Nothing was verified anywhere yet, so only direct sources give freight. */
function mayEnter(stage: Stage, freight: AdmittedFreight): boolean {
  const request = requestOf(stage, freight.origin);
  return (
    request !== undefined &&
    isAvailable(
      {
        request,
        stageName: stage.name,
        freight,
        facts: { approvedForStage: false, stages: {} },
      },
      0,
    ).available
  );
}

function isCandidate(
  stage: Stage,
  freight: AdmittedFreight,
  origin: FreightOrigin,
): boolean {
  return (
    originKey(freight.origin) === originKey(origin) &&
    requestOf(stage, origin)?.sources.selectionPolicy === 'NewestFreight' &&
    mayEnter(stage, freight)
  );
}

function problem(path: Path, message: string, cure: string): Finding {
  return { path, verdict: 'admission', message, cure };
}
