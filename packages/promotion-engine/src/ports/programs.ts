/** What may be run: each stands for one job, whatever executable does it. */
export type Program = 'kustomize' | 'helm';

/**
 * Executables of the machine, for steps that render. Without a shell, with an environment of their own (no
 * credentials, no configuration of the user), bounded in time and output.
 */
export interface Programs {
  /**
   * Runs it and gives what it printed.
   * @throws ProgramError with a sentence: it is not installed (and what to install), it failed (and what it said
   * last), it took too long, it printed too much
   */
  run(program: Program, run: ProgramRun): Promise<string>;
  /** What of it is there, in the order of their names. */
  report(): Promise<ProgramReport[]>;
}

export interface ProgramRun {
  args: string[];
  /** Absolute path, from `Workspace.directory`. */
  directory: string;
  /** It may reach other machines. Default: no. */
  network?: boolean;
  /** Addresses of chart repositories that Helm is to know; it builds from a lock only what it knows. */
  chartRepositories?: string[];
  /** Milliseconds. */
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface ProgramReport {
  program: Program;
  /** e.g. `kubectl kustomize`, and its version; absent: not installed. */
  found?: string;
  /** A sentence for people. */
  sentence: string;
}
