import { RunnerView } from '@stevedore/plugin-stevedore-node';
import {
  LedgerEntry,
  LedgerEvents,
  NewEntry,
  Page,
  Store,
} from '@stevedore/promotion-engine';

/** Entries of the ledger that are looked at: what people asked through this portal. */
const KEPT = 500;

type Query = Parameters<Store['history']>[1];

/**
 * What happened, newest first: what the runner still has, and what people asked here. Numbers count from the oldest
 * that is known, so they hold only until the runner clears away.
 */
export async function mergedHistory(
  store: Pick<Store, 'history'>,
  view: RunnerView,
  { project, query }: { project: string; query: Query },
): Promise<Page<LedgerEntry>> {
  const { items: kept } = await store.history(project, { limit: KEPT });
  const asked = new Set(
    kept.flatMap(({ verb, data }) =>
      verb === 'runner.answered' && data.operation === 'promote'
        ? [data.promotion]
        : [],
    ),
  );
  const seen = entriesOf(view).filter(
    each =>
      each.verb !== 'promotion.requested' || !asked.has(each.data.request.name),
  );
  const all = [...kept.map(each => withName(each, kept)), ...seen]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(
      (each, index) =>
        ({
          previous: '',
          hash: '',
          ...each,
          project,
          seq: index + 1,
        } as LedgerEntry),
    )
    .filter(({ subject }) => !query.subject || subject === query.subject)
    .reverse()
    .filter(({ seq }) => query.before === undefined || seq < query.before);
  const items = all.slice(0, query.limit);
  const more = all.length > items.length;
  return { items, next: more ? `${items[items.length - 1].seq}` : undefined };
}

/** What a promotion is called is known only from the answer: the runner's admission names it. */
function withName(entry: LedgerEntry, kept: LedgerEntry[]): LedgerEntry {
  if (entry.verb !== 'runner.asked' || entry.data.operation !== 'promote')
    return entry;
  const { stage, freight } = entry.data;
  // newest first: the last one that came after it is its own
  const answer = kept
    .filter(({ seq }) => seq > entry.seq)
    .findLast(
      ({ verb, actor, data }) =>
        verb === 'runner.answered' &&
        actor === entry.actor &&
        data.operation === 'promote' &&
        data.stage === stage &&
        data.freight === freight,
    );
  if (answer?.verb !== 'runner.answered') return entry;
  const { promotion } = answer.data;
  const { subject } = answer;
  return { ...entry, subject, data: { ...entry.data, promotion } };
}

/** Of what it does by itself. */
const KARGO = 'component:kargo';

/** Its controllers have names of their own; to people they are one. */
const actorOf = (actor: string): string =>
  /^(component|controller):/.test(actor) ? KARGO : actor;

/** What the runner did, in the verbs of the ledger. */
function entriesOf({
  freight,
  promotions,
  verifications,
}: RunnerView): NewEntry[] {
  return [
    ...freight.map(row =>
      entryOf('freight.created', {
        at: row.discoveredAt,
        actor: actorOf(row.createdBy),
        subject: `freight:${row.name}`,
        data: { freight: row },
      }),
    ),
    ...promotions.flatMap(row => {
      const { name, stage, message = '', phase, finishedAt } = row;
      const subject = `promotion:${name}`;
      const requested = entryOf('promotion.requested', {
        at: row.requestedAt,
        actor: actorOf(row.requester),
        subject,
        data: { request: row },
      });
      if (!finishedAt) return [requested];
      const freightNames = [row.freight.name];
      return [
        requested,
        entryOf('promotion.finished', {
          at: finishedAt,
          actor: KARGO,
          subject,
          data: {
            promotion: name,
            stage,
            phase,
            message,
            freight: freightNames,
          },
        }),
      ];
    }),
    ...verifications.map(({ stage, freight: names, at, ...each }) =>
      entryOf('verification.finished', {
        at,
        actor: actorOf(each.actor),
        subject: `stage:${stage}`,
        data: {
          stage,
          freight: names,
          verification: {
            id: '',
            collection: '',
            phase: each.phase,
            startedAt: at,
            message: each.message,
            actor: each.actor,
          },
        },
      }),
    ),
  ];
}

function entryOf<V extends NewEntry['verb']>(
  verb: V,
  told: { at: string; actor: string; subject: string; data: LedgerEvents[V] },
): NewEntry {
  return { verb, ...told } as unknown as NewEntry;
}
