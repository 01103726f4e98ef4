import {
  Clock,
  Definitions,
  Engine,
  Gate,
  Policies,
  Store,
  Ticket,
} from '@stevedore/promotion-engine';
import { CommitUrl, CompareUrl } from '../mappers/links';

/** What the default service works with. */
export interface ServiceDeps {
  engine: Engine;
  store: Store;
  /** The running definition of a project, as the engine loads it. */
  definitions: Definitions;
  /** The gates of the engine's registry; cells are computed with the same. */
  gates: readonly Gate[];
  /** Entity refs that own an entity. */
  catalogOwners: (entityRef: string) => Promise<string[]>;
  /** What the platform asks for on top of what authors do. */
  policies: Pick<
    Policies,
    'approvals' | 'concerns' | 'rules' | 'standsFor' | 'usersByEmail'
  >;
  /** Where people see a commit; absent: no host is known. */
  commitUrl?: CommitUrl;
  /** Where people see what lies between two commits; absent: no host is known. */
  compareUrl?: CompareUrl;
  /** Tickets that a commit's message names; absent: none. */
  tickets?: (message: string) => Ticket[];
  clock: Clock;
}
