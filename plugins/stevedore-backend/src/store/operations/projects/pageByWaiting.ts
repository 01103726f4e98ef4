import {
  OPEN_PHASES,
  Page,
  pageOf,
  REVIEW_ONLY,
  waitingCursor,
  WaitingProject,
  WaitingQuery,
} from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { likePattern } from '../../dialect';
import { PROJECTIONS } from '../../tables';

const PROJECTS = PROJECTIONS.projects.name;
const PROMOTIONS = PROJECTIONS.promotions.name;
const REVIEWS = PROJECTIONS.reviews.name;

/** Costs what waits and what is shown, not what exists. */
export async function pageProjectsByWaiting(
  knex: Knex,
  query: WaitingQuery,
): Promise<Page<WaitingProject>> {
  const { after, limit, onlyWaiting = false } = query;
  const last = after === undefined ? undefined : waitingCursor.parse(after);
  const rests = last?.since === '';
  const found = rests ? [] : parsed(await waiting(knex, query, limit + 1));
  const missing = limit + 1 - found.length;
  if (missing > 0 && !onlyWaiting) {
    const from = { ...query, after: rests ? last.project : undefined };
    found.push(...parsed(await resting(knex, from, missing)));
  }
  return pageOf(found, limit, waitingCursor.of);
}

function waiting(
  knex: Knex,
  { after, search }: WaitingQuery,
  limit: number,
): Knex.QueryBuilder {
  const open = openIn(knex).select('project').min('since as since');
  const query = knex
    .from(open.groupBy('project').as('oldest'))
    .join({ found: PROJECTS }, 'found.project', 'oldest.project')
    .select('found.doc', 'oldest.since')
    .orderBy(['oldest.since', 'found.project'])
    .limit(limit);
  if (after !== undefined) {
    const { since, project } = waitingCursor.parse(after);
    query.whereRaw('(oldest.since, found.project) > (?, ?)', [since, project]);
  }
  return matching(query, search);
}

function resting(
  knex: Knex,
  { after, search }: WaitingQuery,
  limit: number,
): Knex.QueryBuilder {
  const query = knex({ found: PROJECTS })
    .select('found.doc')
    .whereNotExists(
      knex(PROMOTIONS)
        .whereIn('phase', OPEN_PHASES)
        .whereRaw(`${PROMOTIONS}.project = found.project`),
    )
    .whereNotExists(
      knex(REVIEWS)
        .where({ open: true })
        .whereRaw(`${REVIEWS}.project = found.project`),
    )
    .orderBy('found.project')
    .limit(limit);
  if (after !== undefined) query.where('found.project', '>', after);
  return matching(query, search);
}

/** Every open promotion by its order, and every open review behind them. */
function openIn(knex: Knex): Knex.QueryBuilder {
  const promotions = knex(PROMOTIONS)
    .select('project', 'ordinal as since')
    .whereIn('phase', OPEN_PHASES);
  const reviews = knex(REVIEWS)
    .select('project', knex.raw('? as since', [REVIEW_ONLY]))
    .where({ open: true });
  return knex.from(promotions.unionAll([reviews]).as('open'));
}

function matching(
  query: Knex.QueryBuilder,
  search: string | undefined,
): Knex.QueryBuilder {
  if (!search) return query;
  const pattern = likePattern(search.toLowerCase(), { start: '%', end: '%' });
  return query.whereRaw(
    "(lower(found.project) like ? escape '!' or lower(found.entity_ref) like ? escape '!')",
    [pattern, pattern],
  );
}

const parsed = (rows: { doc: string; since?: string }[]): WaitingProject[] =>
  rows.map(({ doc, since }) => ({ row: JSON.parse(doc), since }));
