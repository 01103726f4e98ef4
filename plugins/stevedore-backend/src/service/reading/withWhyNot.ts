import {
  Pipeline,
  PipelineStage,
  stevedoreFreightCreatePermission,
  stevedoreFreightLiftPermission,
  stevedoreFreightQuarantinePermission,
  stevedoreFreightUpdatePermission,
  stevedoreFreightWaivePermission,
  stevedorePlanReadPermission,
  stevedorePromotionCreatePermission,
  stevedoreStageHoldPermission,
  stevedoreStageRollbackPermission,
  stevedoreStageVerifyPermission,
  stevedoreWarehouseRefreshPermission,
} from '@stevedore/plugin-stevedore-common';
import { Authorizer } from '../Authorizer';
import { Caller } from '../StevedoreService';

type WhyNot = Required<NonNullable<PipelineStage['whyNot']>>;

const IN_STAGE = {
  plan: { permission: stevedorePlanReadPermission, doing: 'see plans' },
  promote: {
    permission: stevedorePromotionCreatePermission,
    doing: 'ask for promotions',
  },
  hold: {
    permission: stevedoreStageHoldPermission,
    doing: 'hold or resume auto-promotion',
  },
  waive: {
    permission: stevedoreFreightWaivePermission,
    doing: 'let freight past verification',
  },
  verify: {
    permission: stevedoreStageVerifyPermission,
    doing: 'verify again or stop verifications',
  },
  rollback: {
    permission: stevedoreStageRollbackPermission,
    doing: 'roll back',
  },
};
const KEYS = Object.keys(IN_STAGE) as (keyof WhyNot)[];

/** What the caller may not do, said where it would be done; the page needs no second request for it. */
export async function withWhyNot(
  pipeline: Pipeline,
  authorizer: Pick<Authorizer, 'whyNot'>,
  caller: Caller,
): Promise<Pipeline> {
  const { project, stages, warehouses } = pipeline;
  const [refresh, assemble, alias, quarantine, lift, ...inStages] =
    await authorizer.whyNot(
      [
        {
          permission: stevedoreWarehouseRefreshPermission,
          doing: 'refresh warehouses',
          project,
        },
        {
          permission: stevedoreFreightCreatePermission,
          doing: 'put freight together',
          project,
        },
        {
          permission: stevedoreFreightUpdatePermission,
          doing: 'name freight',
          project,
        },
        {
          permission: stevedoreFreightQuarantinePermission,
          doing: 'quarantine freight',
          project,
        },
        {
          permission: stevedoreFreightLiftPermission,
          doing: 'lift quarantines',
          project,
        },
        ...stages.flatMap(({ name }) =>
          KEYS.map(key => ({
            permission: IN_STAGE[key].permission,
            doing: `${IN_STAGE[key].doing} in ${name}`,
            project,
            stage: name,
          })),
        ),
      ],
      caller,
    );
  return {
    ...pipeline,
    // what nobody can do there is said before what the caller may not
    whyNot: { assemble, alias, quarantine, lift, ...pipeline.whyNot },
    warehouses: warehouses.map(each => ({ ...each, whyNot: refresh })),
    stages: stages.map((stage, index) => ({
      ...stage,
      whyNot: {
        ...seesOwn(
          Object.fromEntries(
            KEYS.map((key, at) => [key, inStages[index * KEYS.length + at]]),
          ),
        ),
        ...stage.whyNot,
      },
    })),
  };
}

/** Who may ask for promotions is shown what they would do. */
function seesOwn(whyNot: Partial<WhyNot>): Partial<WhyNot> {
  const { promote, plan } = whyNot;
  return { ...whyNot, plan: promote === undefined ? undefined : plan };
}
