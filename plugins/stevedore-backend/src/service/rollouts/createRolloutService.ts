import { AuditorService } from '@backstage/backend-plugin-api';
import { RolloutActs } from '@stevedore/promotion-engine';
import { Authorizer } from '../Authorizer';
import { ServiceDeps } from '../ServiceDeps';
import { AuditedRollouts } from './AuditedRollouts';
import { AuthorizedRollouts } from './AuthorizedRollouts';
import { DefaultRollouts } from './DefaultRollouts';
import { RolloutService } from './RolloutService';

/** The service in its layers: audited, then authorised, then the work itself. */
export function createRolloutService(deps: {
  rolloutActs: RolloutActs;
  authorizer: Authorizer;
  auditor: AuditorService;
  reading: ServiceDeps;
}): RolloutService {
  const { rolloutActs, authorizer, auditor, reading } = deps;
  const inner = new DefaultRollouts(rolloutActs);
  return new AuditedRollouts({
    auditor,
    inner: new AuthorizedRollouts({ inner, authorizer, reading }),
  });
}
