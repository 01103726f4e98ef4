import { HttpClient } from '../ports/runtime';

/** Takes one measurement of a metric; conditions are judged by the runtime. */
export interface VerifierKind {
  id: string;
  /** @returns the value that conditions see as `result`. @throws Error with one sentence when it could not be measured. */
  measure(
    config: Record<string, unknown>,
    tools: { http: HttpClient; signal: AbortSignal },
  ): Promise<unknown>;
}
