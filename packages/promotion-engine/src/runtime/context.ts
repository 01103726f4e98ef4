import { CalendarWindow } from '../model/calendar';
import { Project } from '../model/definition';
import { Scope } from '../model/scope';
import { StageRules } from '../model/stageRules';
import { Registry } from '../registry/registry';
import { AnalysisRuns } from '../ports/analysisRuns';
import { OciArtifacts } from '../ports/artifacts';
import { ChartRepositories } from '../ports/charts';
import { GitIdentity, GitRepositories } from '../ports/git';
import { Grants } from '../ports/grants';
import { Programs } from '../ports/programs';
import { OciRegistry } from '../ports/registry';
import {
  Clock,
  Events,
  Faults,
  HttpClient,
  Ids,
  Logger,
  Masker,
  Queue,
} from '../ports/runtime';
import { Secrets } from '../ports/secrets';
import { Store } from '../ports/store';
import { ApprovalRule, Stage } from '../model/definition';

/** Everything the runtime works with. */
export interface EngineContext {
  store: Store;
  git: GitRepositories;
  oci: OciRegistry;
  charts: ChartRepositories;
  http: HttpClient;
  programs: Programs;
  artifacts: OciArtifacts;
  grants: Grants;
  queue: Queue;
  events: Events;
  clock: Clock;
  ids: Ids;
  logger: Logger;
  masker: Masker;
  /** Absent: this host keeps none, and `secret()` gives an empty map. */
  secrets?: Secrets;
  /** Absent: verifications are measured here alone. */
  analysisRuns?: AnalysisRuns;
  faults: Faults;
  registry: Registry;
  identity: GitIdentity;
  /** Where people find the pages of this host: `ctx.uiBaseUrl` (Kargo). */
  uiBaseUrl?: string;
  /** Name of this process; holder of its claims. */
  replica: string;
  definitions: Definitions;
  policies: Policies;
}

/** What a plan needs of it: it reads, and what it writes is thrown away. */
export type PlanningContext = Pick<
  EngineContext,
  | 'git'
  | 'http'
  | 'programs'
  | 'artifacts'
  | 'grants'
  | 'masker'
  | 'clock'
  | 'registry'
  | 'identity'
  | 'uiBaseUrl'
  | 'secrets'
> & { store: Pick<Store, 'stage' | 'freight' | 'freightStages'> };

/** The running definition of a project. */
export interface Definitions {
  load(project: string): Promise<RunningDefinition | undefined>;
}

export interface RunningDefinition {
  project: Project;
  entityRef: string;
  paused?: string;
  /** Where it runs, when that is not here. */
  target?: string;
  /** For people, e.g. `delivery/stages.yaml, line 12`; undefined when it cannot be said. */
  placeOf?(
    object: { kind: 'Stage' | 'Warehouse'; name: string },
    path: (number | string)[],
  ): string | undefined;
}

/** What the platform adds and an author cannot weaken. */
export interface Policies {
  /** Approval rules for a promotion into a stage, or for a rollback: the author's and the platform's. */
  approvals(
    project: string,
    stage: Stage,
    rollback?: boolean,
  ): Promise<ApprovalRule[]>;
  /** Entity refs that own the component. */
  owners(project: string): Promise<string[]>;
  /** What a person stands for now, himself included; undefined when the catalog has no such user. */
  standsFor(user: string): Promise<string[] | undefined>;
  /** User entity refs by mail address (lower case); an address that no user has is absent. */
  usersByEmail(addresses: string[]): Promise<Record<string, string>>;
  /** What the platform's configuration says of a stage beside approvals. */
  rules(
    project: string,
    stage: Stage,
  ): Promise<StageRules & { windows: CalendarWindow[] }>;
  /** For each scope whether the component of the project is in it; which stages it selects does not matter. */
  concerns(project: string, scopes: Scope[]): Promise<boolean[]>;
}

/** The present as the ledger writes it. */
export function isoNow(context: Pick<EngineContext, 'clock'>): string {
  return new Date(context.clock.now()).toISOString();
}
