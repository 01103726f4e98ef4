import { NotFoundError } from '@backstage/errors';
import {
  CommitsAnswer,
  CommitsRequest,
} from '@stevedore/plugin-stevedore-common';
import {
  freightCursor,
  FreightRow,
  originKey,
} from '@stevedore/promotion-engine';
import { toCommitsAnswer } from '../../mappers/commits';
import { toFreightSummary } from '../../mappers/freight';
import { ServiceDeps } from '../ServiceDeps';
import { loadProject } from './projects';

/** The commits between two freight, by repository, with who the authors are in the catalog. @throws NotFoundError */
export async function getCommits(
  deps: ServiceDeps,
  { project, from, to }: CommitsRequest,
): Promise<CommitsAnswer> {
  const { project: running } = await loadProject(deps, project);
  const newer = await freightCalled(deps, project, to);
  const older =
    from === undefined
      ? await foundBefore(deps, newer)
      : await freightCalled(deps, project, from);
  const coming = await deps.engine.commits({
    project,
    newer,
    older,
    warehouse: running?.warehouses.find(
      ({ name }) => name === newer.origin.name,
    ),
  });
  const addresses = coming.sources.flatMap(source =>
    source.status === 'read'
      ? [...source.added, ...source.removed].map(({ email }) => email)
      : [],
  );
  const users = await usersOf(deps, [...new Set(addresses)]);
  return {
    from: older && toFreightSummary(older),
    ...toCommitsAnswer(coming, { ...deps, users }),
  };
}

async function freightCalled(
  { store }: Pick<ServiceDeps, 'store'>,
  project: string,
  called: string,
): Promise<FreightRow> {
  const found =
    (await store.freight(project, called)) ??
    (await store.freightByAlias(project, called));
  if (found) return found;
  throw new NotFoundError(`There is no freight ${called} in ${project}.`);
}

/** Of the same warehouse. */
async function foundBefore(
  { store }: Pick<ServiceDeps, 'store'>,
  freight: FreightRow,
): Promise<FreightRow | undefined> {
  const page = await store.freightPage(freight.project, {
    after: freightCursor.of(freight),
    origin: originKey(freight.origin),
    limit: 1,
  });
  return page.items[0];
}

/** Without the catalog authors have the names that commits give them. */
async function usersOf(
  { policies }: Pick<ServiceDeps, 'policies'>,
  addresses: string[],
): Promise<Record<string, string>> {
  if (addresses.length === 0) return {};
  return policies.usersByEmail(addresses).catch(() => ({}));
}
