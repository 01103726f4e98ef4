import { NotAllowedError } from '@backstage/errors';
import {
  PipelineListRequest,
  PipelineOverview,
  PipelinePage,
  stevedorePipelineReadPermission,
  stevedorePlatformReadPermission,
  UnmappedProjects,
} from '@stevedore/plugin-stevedore-common';
import {
  ProjectRow,
  waitingCursor,
  WaitingProject,
} from '@stevedore/promotion-engine';
import { Authorizer } from '../Authorizer';
import { ReadingBeside } from '../beside/readingBeside';
import { loadProject } from '../reading/projects';
import { stagesOf } from '../reading/stagesOf';
import { withHealth } from '../reading/withHealth';
import { ServiceDeps } from '../ServiceDeps';
import { Caller } from '../StevedoreService';
import { OverviewService } from './OverviewService';

interface Deps {
  authorizer: Pick<Authorizer, 'mayInPlatform' | 'whyNot'>;
  reading: ServiceDeps;
  /** What one project is read by, where something else runs it. */
  besideOf?: (row: ProjectRow) => Promise<ReadingBeside | undefined>;
  unmapped: () => Promise<UnmappedProjects>;
}

/** Components in a page. */
const PAGE = 25;
/** Somebody who may see few would otherwise have everything looked through in one request. */
const MOST_ROUNDS = 8;

/** Shows each caller what that caller may read, and reads nothing else of the rest than its name. */
export class DefaultOverview implements OverviewService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async listPipelines(
    { after, limit = PAGE, search, mine, waiting }: PipelineListRequest,
    caller: Caller,
  ): Promise<PipelinePage> {
    const { store } = this.#deps.reading;
    const shown: WaitingProject[] = [];
    let next = after;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const page = await store.projectsByWaiting({
        after: next,
        limit,
        search,
        onlyWaiting: waiting,
      });
      const readable = await this.#readable(page.items, caller);
      shown.push(...(mine ? await this.#owned(readable, caller) : readable));
      next = page.next;
      if (next === undefined || shown.length >= limit) break;
    }
    const items = shown.slice(0, limit);
    if (shown.length > limit) next = waitingCursor.of(items[items.length - 1]);
    return {
      items: await Promise.all(items.map(({ row }) => this.#overview(row))),
      next,
    };
  }

  /** A page asks for it by itself, so a refusal is nothing for the ledger: nobody tried anything. */
  async listUnmapped(caller: Caller): Promise<UnmappedProjects> {
    const permission = stevedorePlatformReadPermission;
    if (await this.#deps.authorizer.mayInPlatform(permission, caller))
      return this.#deps.unmapped();
    throw new NotAllowedError(
      `${caller.actor.ref} may not see which projects of clusters belong to no component: it needs the permission ${permission.name}.`,
    );
  }

  async #readable(
    found: WaitingProject[],
    caller: Caller,
  ): Promise<WaitingProject[]> {
    if (found.length === 0) return [];
    const why = await this.#deps.authorizer.whyNot(
      found.map(({ row: { project } }) => ({
        permission: stevedorePipelineReadPermission,
        doing: 'see the pipeline',
        project,
      })),
      caller,
    );
    return found.filter((_, index) => why[index] === undefined);
  }

  async #owned(
    found: WaitingProject[],
    { actor: { ownership = [] } }: Caller,
  ): Promise<WaitingProject[]> {
    const owners = await Promise.all(
      found.map(({ row }) => this.#deps.reading.catalogOwners(row.entityRef)),
    );
    return found.filter((_, index) =>
      owners[index].some(owner => ownership.includes(owner)),
    );
  }

  async #overview(row: ProjectRow) {
    const { project, entityRef } = row;
    const beside = await this.#deps.besideOf?.(row);
    const reading = beside?.reading ?? this.#deps.reading;
    const [running, open] = await Promise.all([
      loadProject(reading, project),
      reading.store.openPromotions(project),
    ]);
    const overview: PipelineOverview = {
      project,
      entityRef,
      paused: running.paused,
      runBy: beside?.by.name,
      waitingSince: open[0]?.requestedAt,
      stages: await stagesOf(reading, running, open),
    };
    return withHealth(reading, overview);
  }
}
