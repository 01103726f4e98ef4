import { matchesRequest, RequestMatcher } from './RequestLog';

/**
 * What can go wrong on purpose:
 * `status` answers with an error, `hang` never answers, `reset` closes the
 * connection before the work, `lose-answer` does the work and then closes the
 * connection without a word (the caller cannot know whether it happened).
 */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      /** Seconds, or an HTTP date: the `Retry-After` header. */
      readonly retryAfter?: number | string;
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'lose-answer' };

export interface FaultRule {
  readonly fault: Fault;
  /** Default: every request. */
  readonly match?: RequestMatcher;
  /** Default: until cleared. */
  readonly times?: number;
}

/** Faults wait here until a matching request takes them. */
export class Faults {
  private rules: { rule: FaultRule; left: number }[] = [];

  /** Returns a function that takes this rule back. */
  inject(rule: FaultRule): () => void {
    const entry = { rule, left: rule.times ?? Infinity };
    this.rules.push(entry);
    return () => {
      this.rules = this.rules.filter(other => other !== entry);
    };
  }

  clear(): void {
    this.rules = [];
  }

  /** @internal Called by the server for every request. */
  take(request: { method: string; path: string }): Fault | undefined {
    const entry = this.rules.find(({ rule }) =>
      matchesRequest(rule.match ?? {}, request),
    );
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) {
      this.rules = this.rules.filter(other => other !== entry);
    }
    return entry.rule.fault;
  }
}
