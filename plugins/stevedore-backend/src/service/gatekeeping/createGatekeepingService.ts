import { AuditorService } from '@backstage/backend-plugin-api';
import { Gatekeeping } from '@stevedore/promotion-engine';
import { Authorizer } from '../Authorizer';
import { gatekeepingByRunner } from '../beside/gatekeepingByRunner';
import { Runners } from '../beside/Runners';
import { ServiceDeps } from '../ServiceDeps';
import { AuditedGatekeeping } from './AuditedGatekeeping';
import { AuthorizedGatekeeping } from './AuthorizedGatekeeping';
import { DefaultGatekeeping } from './DefaultGatekeeping';
import { GatekeepingService, PlatformWindow } from './GatekeepingService';

/** The service in its layers: audited, then authorised, then refused where something else runs the pipeline, then the work itself. */
export function createGatekeepingService(deps: {
  gatekeeping: Gatekeeping;
  platformWindows?: readonly PlatformWindow[];
  runners: Runners;
  reading: ServiceDeps;
  authorizer: Authorizer;
  auditor: AuditorService;
}): GatekeepingService {
  const { gatekeeping, platformWindows = [], reading, authorizer } = deps;
  const work = gatekeepingByRunner({
    here: new DefaultGatekeeping({ gatekeeping, platformWindows, reading }),
    runners: deps.runners,
    store: reading.store,
  });
  const inner = new AuthorizedGatekeeping({ inner: work, authorizer, reading });
  return new AuditedGatekeeping({ inner, auditor: deps.auditor });
}
