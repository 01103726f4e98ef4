import {
  stevedoreFreightCreatePermission,
  stevedoreFreightQuarantinePermission,
  stevedoreFreightUpdatePermission,
  stevedoreFreightWaivePermission,
  stevedoreStageHoldPermission,
  stevedoreStageVerifyPermission,
  stevedoreWarehouseRefreshPermission,
} from '@stevedore/plugin-stevedore-common';
import { Attempt } from './Authorizer';

/** The permission that each act on freight, stages and warehouses takes, and how a refusal calls it. */
export const ATTEMPTS = {
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
    permission: stevedoreFreightQuarantinePermission,
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
} satisfies Record<string, Pick<Attempt, 'permission' | 'doing'>>;
