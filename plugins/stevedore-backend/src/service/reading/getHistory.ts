import {
  HistoryPage,
  HistoryRequest,
} from '@stevedore/plugin-stevedore-common';
import { LedgerEntry } from '@stevedore/promotion-engine';
import { toHistoryEntry } from '../../mappers/history';
import { ServiceDeps } from '../ServiceDeps';

const PAGE = 50;
/** Entries that one request passes by at most, looking for those of a stage. */
const SCANNED = 1_000;

/** What happens inside a promotion, by itself. */
const INSIDE: ReadonlySet<LedgerEntry['verb']> = new Set<LedgerEntry['verb']>([
  'promotion.pinned',
  'promotion.planned',
  'promotion.rewound',
  'step.intended',
  'step.waiting',
  'step.finished',
  'stage.metadataSet',
  'freight.metadataSet',
]);

/** Newest first. A page of one stage or level may be shorter than asked for, or empty, and still have a next one. */
export async function getHistory(
  { store }: Pick<ServiceDeps, 'store'>,
  { project, before, limit = PAGE, subject, ...filter }: HistoryRequest,
): Promise<HistoryPage> {
  const items: HistoryPage['items'] = [];
  let next = before;
  for (let scanned = 0; scanned < SCANNED; ) {
    const page = await store.history(project, {
      before: next,
      limit: limit - items.length,
      subject,
    });
    items.push(...told(page.items, filter));
    next = page.next === undefined ? undefined : Number(page.next);
    if (next === undefined || items.length === limit) break;
    scanned += page.items.length;
  }
  return { items, next };
}

/** A verification that a person asked for is one, too. */
function isDecision({ verb, actor, data }: LedgerEntry): boolean {
  if (verb === 'runner.answered') return data.refused === true;
  if (verb === 'verification.started') return actor.startsWith('user:');
  return !INSIDE.has(verb);
}

function told(
  entries: LedgerEntry[],
  { stage, level }: Pick<HistoryRequest, 'stage' | 'level'>,
): HistoryPage['items'] {
  return entries
    .filter(entry => level !== 'decisions' || isDecision(entry))
    .map(toHistoryEntry)
    .filter(item => stage === undefined || item.stage === stage);
}
