import {
  stevedoreFreightCreatePermission,
  stevedoreFreightLiftPermission,
  stevedoreFreightQuarantinePermission,
  stevedoreFreightUpdatePermission,
  stevedoreFreightWaivePermission,
  stevedorePromotionCreatePermission,
  stevedoreStageHoldPermission,
  stevedoreStageRollbackPermission,
  stevedoreStageVerifyPermission,
  stevedoreWarehouseRefreshPermission,
} from '@stevedore/plugin-stevedore-common';
import { Attempt } from './Authorizer';

/** The permission that each act on freight, stages and warehouses takes, and how a refusal calls it. */
export const ATTEMPTS = {
  requestPromotion: {
    permission: stevedorePromotionCreatePermission,
    doing: 'request promotions',
  },
  requestTargets: {
    permission: stevedorePromotionCreatePermission,
    doing: 'request promotions',
  },
  createFreight: {
    permission: stevedoreFreightCreatePermission,
    doing: 'put freight together',
  },
  changeAlias: {
    permission: stevedoreFreightUpdatePermission,
    doing: 'name freight',
  },
  waiveFreight: {
    permission: stevedoreFreightWaivePermission,
    doing: 'let freight past verification',
  },
  quarantineFreight: {
    permission: stevedoreFreightQuarantinePermission,
    doing: 'quarantine freight',
  },
  liftQuarantine: {
    permission: stevedoreFreightLiftPermission,
    doing: 'lift quarantines',
  },
  refreshWarehouse: {
    permission: stevedoreWarehouseRefreshPermission,
    doing: 'refresh warehouses',
  },
  holdStage: {
    permission: stevedoreStageHoldPermission,
    doing: 'hold auto-promotion',
  },
  resumeStage: {
    permission: stevedoreStageHoldPermission,
    doing: 'resume auto-promotion',
  },
  verifyStage: {
    permission: stevedoreStageVerifyPermission,
    doing: 'verify again',
  },
  stopVerification: {
    permission: stevedoreStageVerifyPermission,
    doing: 'stop verifications',
  },
  rollbackStage: {
    permission: stevedoreStageRollbackPermission,
    doing: 'roll back',
  },
} satisfies Record<string, Pick<Attempt, 'permission' | 'doing'>>;
