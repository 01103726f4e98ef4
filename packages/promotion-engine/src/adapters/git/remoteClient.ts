import { simpleGit } from 'simple-git';
import { Environment, gitEnvironment } from './environment';
import { GitFailure } from './GitFailure';
import { GitContext } from './options';
import { countGitProcess } from './processes';
import { RemoteUrl } from './remoteUrl';
import { runGit } from './runGit';
import { Authorization, maskSecrets } from './secrets';

/** A remote that says nothing for so long is given up; `--progress` keeps a working one talking. */
const SILENCE_MS = 180_000;

export interface RemoteCommand {
  remote: RemoteUrl;
  authorization: Authorization;
  gitDir: string;
  /** In a form that prints something: simple-git waits 50 ms after silent commands. */
  args: string[];
  /** Ends the processes of the command, helpers included; simple-git ends Git alone, and waits for its helpers. */
  signal?: AbortSignal;
}

/** Git's settings for one remote. */
export function remoteConfig(
  { url, insecure }: RemoteUrl,
  { headers }: Authorization,
): (readonly [string, string])[] {
  const trust = [[`http.${url}.sslVerify`, 'false']] as const;
  return [
    ...(insecure ? trust : []),
    ...headers.map(header => [`http.${url}.extraHeader`, header] as const),
  ];
}

/**
 * Runs a command that talks to a remote, through simple-git.
 * @throws GitFailure, secrets masked
 */
export async function runRemote(
  context: GitContext,
  command: RemoteCommand,
): Promise<string> {
  const { remote, authorization, gitDir, args, signal } = command;
  const environment: Environment = {
    ...gitEnvironment(context, remoteConfig(remote, authorization)),
    GIT_DIR: gitDir,
  };
  try {
    if (signal) {
      const until = { signal, silenceMs: SILENCE_MS };
      const how = { args, environment, cwd: gitDir, until };
      const printed = await runGit(context, how);
      return printed.toString();
    }
    countGitProcess();
    return await client(context, gitDir, environment).raw(args);
  } catch (error) {
    throw new GitFailure(
      maskSecrets(
        error instanceof Error ? error.message : String(error),
        authorization.secrets,
      ),
    );
  }
}

function client(context: GitContext, gitDir: string, environment: Environment) {
  return simpleGit({
    baseDir: gitDir,
    binary: context.binary,
    allowEnvironment: Object.keys(environment),
    timeout: { block: SILENCE_MS },
    // simple-git counts our own safety settings as unsafe, because they are settings at all
    unsafe: {
      allowUnsafeConfigPaths: true,
      allowUnsafeConfigEnvCount: true,
      allowUnsafeHooksPath: true,
      allowUnsafeFsMonitor: true,
    },
  }).env(environment);
}
