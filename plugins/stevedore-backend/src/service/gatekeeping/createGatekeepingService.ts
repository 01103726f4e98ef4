import { AuditorService } from '@backstage/backend-plugin-api';
import { Gatekeeping } from '@stevedore/promotion-engine';
import { Authorizer } from '../Authorizer';
import { ServiceDeps } from '../ServiceDeps';
import { AuditedGatekeeping } from './AuditedGatekeeping';
import { AuthorizedGatekeeping } from './AuthorizedGatekeeping';
import { DefaultGatekeeping } from './DefaultGatekeeping';
import { GatekeepingService, PlatformWindow } from './GatekeepingService';

/** The service in its layers: audited, then authorised, then the work itself. */
export function createGatekeepingService(deps: {
  gatekeeping: Gatekeeping;
  platformWindows?: readonly PlatformWindow[];
  reading: ServiceDeps;
  authorizer: Authorizer;
  auditor: AuditorService;
}): GatekeepingService {
  const { gatekeeping, platformWindows = [], reading, authorizer } = deps;
  const work = new DefaultGatekeeping({
    gatekeeping,
    platformWindows,
    reading,
  });
  const inner = new AuthorizedGatekeeping({ inner: work, authorizer, reading });
  return new AuditedGatekeeping({ inner, auditor: deps.auditor });
}
