import type { ZodType } from 'zod';
import { HttpClient } from '../ports/runtime';
import { OpenTranscript } from '../ports/transcript';

/** Takes one measurement of a metric; conditions are judged by the runtime. Its id is the field of Argo's MetricProvider. */
export interface VerifierKind<Config = unknown> {
  id: string;
  /** What stands below the provider's name in a metric. */
  schema: ZodType<Config>;
  /**
   * @returns the value that conditions see as `result`; a `Judged` when they do not count; a `GoesOn` when it is not
   *   over: then it is asked again, with the same `id`
   * @throws Error with one sentence when it could not be measured
   */
  measure(config: Config, tools: VerifierTools): Promise<unknown>;
  /** Ends what goes on elsewhere, when nobody waits for it any more. Absent: there is nothing to end. */
  stop?(config: Config, tools: VerifierTools): Promise<void>;
}

export interface VerifierTools {
  http: HttpClient;
  signal: AbortSignal;
  /** Of this measurement, the same after a restart: what is begun elsewhere is named by it. Lower-case letters, digits, hyphens. */
  id: string;
  project: string;
  stage: string;
  /** Epoch milliseconds. */
  now: number;
  /** The keys of a secret of the project, which the masker knows from then on; empty when there is none. */
  secret(name: string): Promise<Record<string, string>>;
  /** Takes what something elsewhere prints into the log of the verification. */
  transcript: OpenTranscript;
}

/** A verifier that reads its configuration by its schema before each measurement. */
export function defineVerifier<Config>(
  kind: VerifierKind<Config>,
): VerifierKind {
  return {
    ...kind,
    measure: (config, tools) => kind.measure(kind.schema.parse(config), tools),
    stop: async (config, tools) =>
      kind.stop?.(kind.schema.parse(config), tools),
  };
}
