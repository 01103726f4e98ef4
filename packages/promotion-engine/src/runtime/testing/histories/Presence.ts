import { LedgerEntry } from '../../../model/ledger';
import { SOAK_MS } from './cast';

/** Where freight was, how long, and where it was found good, as a ledger tells it. */
export class Presence {
  readonly #verified = new Set<string>();
  readonly #waived = new Set<string>();
  readonly #here = new Map<string, { freight: string; since: number }>();
  readonly #longest = new Map<string, number>();

  read(entry: LedgerEntry): void {
    const at = Date.parse(entry.at);
    if (entry.verb === 'freight.waived')
      this.#waived.add(`${entry.data.freight} ${entry.data.stage}`);
    if (
      entry.verb === 'verification.finished' &&
      entry.data.verification.phase === 'Successful'
    )
      for (const freight of entry.data.freight)
        this.#verified.add(`${freight} ${entry.data.stage}`);
    if (entry.verb === 'promotion.finished' && entry.data.freight.length > 0)
      this.#move(entry.data.stage, entry.data, at);
  }

  #move(
    stage: string,
    { promotion, freight }: { promotion: string; freight: string[] },
    at: number,
  ): void {
    const before = this.#here.get(stage);
    // the name of a promotion ends with the beginning of the freight that it brings
    const start = promotion.slice(promotion.lastIndexOf('.') + 1);
    const brought = freight.find(name => name.startsWith(start))!;
    if (before?.freight === brought) return;
    if (before) {
      const key = `${before.freight} ${stage}`;
      const stayed = at - before.since;
      this.#longest.set(key, Math.max(stayed, this.#longest.get(key) ?? 0));
    }
    this.#here.set(stage, { freight: brought, since: at });
  }

  /** Why freight may not enter a stage, as far as other stages go. */
  whyNot(
    stage: string,
    freight: string,
    { at, rollback }: { at: number; rollback: boolean },
  ): string | undefined {
    const upstream = { staging: 'dev', prod: 'staging' }[stage];
    if (upstream === undefined) return undefined;
    if (this.#waived.has(`${freight} ${stage}`)) return undefined;
    if (rollback && this.#verified.has(`${freight} ${stage}`)) return undefined;
    if (!this.#verified.has(`${freight} ${upstream}`))
      return `${freight} was never verified in ${upstream}`;
    if (stage !== 'prod') return undefined;
    const here = this.#here.get(upstream);
    const now = here?.freight === freight ? at - here.since : 0;
    const longest = this.#longest.get(`${freight} ${upstream}`) ?? 0;
    return Math.max(now, longest) >= SOAK_MS
      ? undefined
      : `${freight} did not soak in ${upstream}`;
  }
}
