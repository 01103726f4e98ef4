import { StepAsk } from './stepAsk';

/** Promise-free outcome of one step attempt: one closed union, never a status beside an error. */
export type StepOutcome =
  | {
      status: 'succeeded';
      output?: Record<string, unknown>;
      message?: string;
      /** From a step with the effect `record`: written in the transaction of its result. */
      records?: RecordChange[];
    }
  | { status: 'skipped'; output?: Record<string, unknown>; message: string }
  | {
      status: 'waiting';
      message: string;
      /** Milliseconds until the next poll; absent: an event will wake it. */
      retryAfterMs?: number;
      /** An input moved on: pin it anew and make the edits again on the new head. */
      replay?: { inputs: string[] };
      /** What people are asked; the answers come with the next attempt. */
      ask?: StepAsk;
    }
  | {
      status: 'failed';
      message: string;
      /** Repeating cannot help (Kargo: terminal error). */
      terminal: boolean;
      /** Kargo tells a step that failed from one that erred. */
      kind: 'Failed' | 'Errored';
      /** What later steps see of it all the same. */
      output?: Record<string, unknown>;
    };

/** What a `record` step writes down; names are those of the promotion's own project. */
export type RecordChange =
  /** Keys replace those of the same name; values are JSON (Kargo: set-metadata). */
  | {
      kind: 'freightMetadata' | 'stageMetadata';
      name: string;
      values: Record<string, unknown>;
    }
  /** `name` is the freight's name; the alias must be free (Kargo: set-freight-alias). */
  | { kind: 'freightAlias'; name: string; alias: string };

/** What looking at the world said about an intent that may or may not have happened. */
export type Recognition =
  | { status: 'done'; output: Record<string, unknown>; message?: string }
  | { status: 'notDone' }
  | { status: 'unknown'; message: string };

export const failed = (
  message: string,
): Extract<StepOutcome, { status: 'failed' }> => ({
  status: 'failed',
  message,
  terminal: true,
  kind: 'Failed',
});

export const errored = (message: string, terminal = false): StepOutcome => ({
  status: 'failed',
  message,
  terminal,
  kind: 'Errored',
});
