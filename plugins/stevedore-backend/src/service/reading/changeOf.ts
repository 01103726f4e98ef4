import { NotFoundError } from '@backstage/errors';
import { FreightChange } from '@stevedore/plugin-stevedore-common';
import {
  Artifacts,
  freightCursor,
  originKey,
} from '@stevedore/promotion-engine';
import { toFreightSummary } from '../../mappers/freight';
import { sourceRanges } from '../../mappers/sourceRanges';
import { ServiceDeps } from '../ServiceDeps';

/** Freight that is listed between the two ends at most. */
const LISTED = 50;

/** What promoting would bring, compared with what of the same origin is in the stage now. @throws NotFoundError */
export async function changeOf(
  { store, ...urls }: Pick<ServiceDeps, 'store' | 'commitUrl' | 'compareUrl'>,
  at: { project: string; stage: string; freight: string },
): Promise<FreightChange> {
  const to = await store.freight(at.project, at.freight);
  if (!to)
    throw new NotFoundError(
      `There is no freight ${at.freight} in ${at.project}.`,
    );
  const freight = toFreightSummary(to);
  const row = await store.stage(at.project, at.stage);
  const here = row?.history[0]?.items[originKey(to.origin)];
  if (!here)
    return {
      freight,
      from: [],
      direction: 'first',
      between: [],
      sources: sourceRanges({ newer: to }, urls),
    };
  const known = await store.freight(at.project, here.name);
  const from = [toFreightSummary({ ...here, alias: known?.alias })];
  if (here.name === to.name)
    return { freight, from, direction: 'same', between: [] };
  const ends = (newer: Artifacts, older: Artifacts) =>
    sourceRanges({ newer, older }, urls);
  if (!known)
    return {
      freight,
      from,
      direction: 'forward',
      between: [],
      sources: ends(to, here),
    };
  const forward = freightCursor.of(known) < freightCursor.of(to);
  const [newer, older] = forward ? [to, known] : [known, to];
  const page = await store.freightPage(at.project, {
    after: freightCursor.of(newer),
    origin: originKey(to.origin),
    limit: LISTED + 1,
  });
  const end = page.items.findIndex(each => each.name === older.name);
  const between = page.items.slice(0, end === -1 ? LISTED : end);
  return {
    freight,
    from,
    direction: forward ? 'forward' : 'back',
    between: between.map(toFreightSummary),
    more: end === -1 || undefined,
    sources: ends(newer, older),
  };
}
