import { pageOf, REVIEW_ONLY, waitingCursor } from '../model/paging';
import { isTerminal, promotionOrder } from '../model/promotion';
import { Page, WaitingProject, WaitingQuery } from '../ports/store';
import { by, MemoryTables } from './memoryTables';

const order = by<WaitingProject>(
  ({ since }) => (since === undefined ? 1 : 0),
  ({ since }) => since ?? '',
  ({ row }) => row.project,
);

export function projectsByWaiting(
  tables: MemoryTables,
  { after, limit, search = '', onlyWaiting = false }: WaitingQuery,
): Page<WaitingProject> {
  const wanted = search.toLowerCase();
  const last = after === undefined ? undefined : waitingCursor.parse(after);
  const found = tables
    .projects()
    .flatMap(project => tables.list(project, 'projects'))
    .filter(row =>
      [row.project, row.entityRef].some(each =>
        each.toLowerCase().includes(wanted),
      ),
    )
    .map(row => ({ row, since: waitingSince(tables, row.project) }))
    .filter(({ since }) => since !== undefined || !onlyWaiting)
    .sort(order)
    .filter(
      each =>
        !last ||
        order(each, {
          since: last.since || undefined,
          row: { ...each.row, project: last.project },
        }) > 0,
    );
  return pageOf(found, limit, waitingCursor.of);
}

function waitingSince(
  tables: MemoryTables,
  project: string,
): string | undefined {
  const [oldest] = tables
    .list(project, 'promotions')
    .filter(({ phase }) => !isTerminal(phase))
    .map(({ name }) => promotionOrder(name))
    .sort(by(each => each));
  const reviews = tables.list(project, 'reviews');
  const review = reviews.some(({ closed }) => !closed);
  return oldest ?? (review ? REVIEW_ONLY : undefined);
}
