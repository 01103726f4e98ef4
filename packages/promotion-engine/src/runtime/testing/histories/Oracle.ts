import { LedgerEntry, Verb } from '../../../model/ledger';
import { PromotionRequest } from '../../../model/promotion';
import { whyNotApproved } from './approvalOracle';
import { Presence } from './Presence';

type Of<V extends Verb> = Extract<LedgerEntry, { verb: V }>;

interface Known {
  request: PromotionRequest;
  requester: string;
  digest?: string;
}

/**
 * Says of a ledger whether its history was allowed. It knows the rules in words of its own and shares no code with
 * gates, folds or policies: what both get wrong in the same way is wrong twice by accident.
 */
export class Oracle {
  readonly faults: string[] = [];
  /** How often each thing happened, so that a test can tell that its histories went anywhere. */
  readonly seen: Record<string, number> = {};
  readonly #promotions = new Map<string, Known>();
  readonly #quarantined = new Set<string>();
  readonly #running = new Map<string, string>();
  readonly #locks = new Map<string, Of<'lock.set'>>();
  readonly #windows = new Map<string, Of<'window.set'>>();
  readonly #decisions: LedgerEntry[] = [];
  readonly #presence = new Presence();

  read(entries: LedgerEntry[]): void {
    for (const entry of entries) this.#read(entry);
  }

  #read(entry: LedgerEntry): void {
    this.#count(entry.verb);
    this.#presence.read(entry);
    switch (entry.verb) {
      case 'freight.quarantined':
        this.#quarantined.add(entry.data.freight);
        break;
      case 'freight.quarantineLifted':
        this.#quarantined.delete(entry.data.freight);
        break;
      case 'lock.set':
        this.#locks.set(entry.data.lock, entry);
        break;
      case 'lock.released':
        this.#locks.delete(entry.data.lock);
        break;
      case 'window.set':
        this.#windows.set(entry.data.id, entry);
        break;
      case 'window.ended':
        this.#windows.delete(entry.data.id);
        break;
      case 'approval.given':
      case 'approval.rejected':
      case 'approval.withdrawn':
        this.#decisions.push(entry);
        break;
      default:
        this.#readPromotion(entry);
    }
  }

  #readPromotion(entry: LedgerEntry): void {
    switch (entry.verb) {
      case 'promotion.requested':
        this.#requested(entry);
        break;
      case 'promotion.changed':
      case 'promotion.planned':
        this.#promotions.get(entry.data.promotion)!.digest = entry.data.digest;
        break;
      case 'promotion.started':
        this.#enters(entry, entry.data);
        if (this.#running.has(entry.data.stage))
          this.#fault(entry, `${entry.data.stage} runs another one`);
        this.#running.set(entry.data.stage, entry.data.promotion);
        break;
      case 'step.intended': {
        const { promotion } = entry.data;
        const { stage } = this.#promotions.get(promotion)!.request;
        this.#enters(entry, { promotion, stage });
        break;
      }
      case 'promotion.finished':
        if (this.#running.get(entry.data.stage) === entry.data.promotion)
          this.#running.delete(entry.data.stage);
        this.#count(`${entry.data.stage}: ${entry.data.phase}`);
        break;
      default:
    }
  }

  #requested(entry: Of<'promotion.requested'>): void {
    const { request } = entry.data;
    const { name, digest, rollback, automatic, stage } = request;
    this.#promotions.set(name, { request, requester: entry.actor, digest });
    if (rollback) this.#count(automatic ? 'goes back itself' : 'is taken back');
    const undone = rollback && this.#promotions.get(rollback.of)?.request;
    if (automatic && undone?.rollback)
      this.#fault(entry, 'a rollback is rolled back by a policy');
    if (automatic && stage === 'prod')
      this.#fault(entry, 'prod has no policy that promotes');
  }

  /** Freight is about to change what a stage holds: nothing may speak against it at this moment. */
  #enters(
    entry: LedgerEntry,
    { promotion, stage }: { promotion: string; stage: string },
  ): void {
    const known = this.#promotions.get(promotion)!;
    const { freight, rollback, automatic } = known.request;
    if (this.#quarantined.has(freight.name))
      this.#fault(entry, `${freight.name} is quarantined`);
    const why = this.#presence.whyNot(stage, freight.name, {
      at: Date.parse(entry.at),
      rollback: rollback !== undefined,
    });
    if (why) this.#fault(entry, why);
    if (stage === 'prod') {
      const missing = whyNotApproved(this.#decisions, known);
      if (missing) this.#fault(entry, missing);
    }
    for (const { data } of this.#locks.values()) {
      const here = data.scope.stages?.name === stage;
      const stops = data.blocks === 'all' || (automatic && !rollback);
      if (here && stops) this.#fault(entry, `${stage} is locked`);
    }
    for (const { data } of this.#windows.values())
      if (!rollback && data.scope.stages?.name === stage)
        this.#fault(entry, `${stage} is frozen`);
  }

  #fault({ seq, verb }: LedgerEntry, why: string): void {
    this.faults.push(`entry ${seq} (${verb}): ${why}`);
  }

  #count(what: string): void {
    this.seen[what] = (this.seen[what] ?? 0) + 1;
  }
}
