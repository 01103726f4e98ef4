import { FreightReference } from '../model/freight';
import { StepAnswer } from '../model/stepAsk';
import { Program } from '../ports/programs';
import { HttpRequest, HttpResponse } from '../ports/runtime';

/** Where the examples' repository is, in their words; running one puts a real repository there. */
export const EXAMPLE_REPOSITORY = 'https://git.example/acme/deploy.git';
/** What stands in an outcome for the commit that an example began with. */
export const EXAMPLE_START = '<start>';
/** What stands in an outcome for any other commit. */
export const EXAMPLE_COMMIT = '<commit>';

export type ExampleFiles = Record<string, string | Uint8Array>;

export interface ExampleArtifact {
  digest: string;
  layers: { mediaType: string; text: string }[];
}

/** What a step does, shown by one case. It documents the step and is executed as a test, sparse and full. */
export interface StepExample {
  /** What it shows, e.g. `sets a scalar and keeps the comments`. */
  title: string;
  /** As it stands in a manifest, without templates. */
  config: unknown;
  /**
   * The workspace before, path to content. What is below `src/` is tracked: it is in EXAMPLE_REPOSITORY on `main`,
   * checked out at `src`.
   */
  files?: ExampleFiles;
  /** Branches of EXAMPLE_REPOSITORY with their files; for steps that check out themselves. */
  repository?: Record<string, ExampleFiles>;
  /** Steps that ran before, with what they were configured to. */
  earlier?: { uses: string; config: unknown }[];
  freight?: Partial<FreightReference>;
  /** What other ends answer, in order; each request must match what is said of it. */
  http?: { request: Partial<HttpRequest>; response: HttpResponse }[];
  /** Artifacts that registries have, by `repository:tag` or `repository@digest`. */
  artifacts?: Record<string, ExampleArtifact>;
  /** What programs print, in order; each must be called so. */
  programs?: { program: Program; args: string[]; prints: string }[];
  /** What people answered, oldest first. */
  answers?: StepAnswer[];
  /** Files that differ afterwards; `null`: it is gone. Everything else must be as before. */
  after?: Record<string, string | null>;
  /** The step's output, whole; commits as EXAMPLE_START and EXAMPLE_COMMIT. Left out: it is not compared. */
  output?: Record<string, unknown>;
  /** How it ends; default: `succeeded`. */
  status?: 'succeeded' | 'skipped' | 'waiting' | 'failed';
  /** Part of the message. */
  message?: string;
}
