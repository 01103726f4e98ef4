import { simpleGit } from 'simple-git';
import { Environment } from './environment';
import { GitFailure } from './GitFailure';
import { GitContext } from './options';
import { countGitProcess } from './processes';

export interface TextCommand {
  gitDir: string;
  args: string[];
  environment: Environment;
  /** Given up after so many milliseconds without a word; absent: never. */
  silenceMs?: number;
}

/**
 * Runs Git through simple-git: what prints text, and ends by itself. `runGit` is for the rest: what prints bytes or
 * nothing (simple-git waits 50 ms then), reads standard input, or is ended with the helpers that it started.
 * @returns what it printed
 * @throws GitFailure
 */
export async function runText(
  context: GitContext,
  { gitDir, args, environment, silenceMs }: TextCommand,
): Promise<string> {
  countGitProcess();
  const whole = { ...environment, GIT_DIR: gitDir };
  const client = simpleGit({
    baseDir: gitDir,
    binary: context.binary,
    allowEnvironment: Object.keys(whole),
    timeout: silenceMs === undefined ? undefined : { block: silenceMs },
    // it counts our own safety settings as unsafe, because they are settings at all
    unsafe: {
      allowUnsafeConfigPaths: true,
      allowUnsafeConfigEnvCount: true,
      allowUnsafeHooksPath: true,
      allowUnsafeFsMonitor: true,
    },
  });
  try {
    return await client.env(whole).raw(args);
  } catch (error) {
    throw new GitFailure(
      error instanceof Error ? error.message : String(error),
    );
  }
}
