import { AuditorService } from '@backstage/backend-plugin-api';
import { Authorizer } from '../Authorizer';
import { ServiceDeps } from '../ServiceDeps';
import { AuditedPeople } from './AuditedPeople';
import { AuthorizedPeople } from './AuthorizedPeople';
import { DefaultPeople } from './DefaultPeople';
import { PeopleService } from './PeopleService';

/** The service in its layers: audited, then authorised, then the work itself. */
export function createPeopleService(deps: {
  authorizer: Authorizer;
  auditor: AuditorService;
  reading: ServiceDeps;
}): PeopleService {
  const { authorizer, auditor, reading } = deps;
  const inner = new DefaultPeople(reading);
  return new AuditedPeople({
    auditor,
    inner: new AuthorizedPeople({ inner, authorizer, reading }),
  });
}
