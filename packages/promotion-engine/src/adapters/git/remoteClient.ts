import { Environment, gitEnvironment } from './environment';
import { GitFailure } from './GitFailure';
import { GitContext } from './options';
import { RemoteUrl } from './remoteUrl';
import { runGit } from './runGit';
import { Authorization, maskSecrets } from './secrets';
import { runText } from './textCommand';

/** A remote that says nothing for so long is given up; `--progress` keeps a working one talking. */
const SILENCE_MS = 180_000;

export interface RemoteCommand {
  remote: RemoteUrl;
  authorization: Authorization;
  gitDir: string;
  /** In a form that prints something. */
  args: string[];
  /** Ends Git with the helpers that it started. */
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
 * Runs a command that talks to a remote.
 * @returns what it printed
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
    const silenceMs = SILENCE_MS;
    if (!signal)
      return await runText(context, { args, environment, gitDir, silenceMs });
    const until = { signal, silenceMs };
    const how = { args, environment, cwd: gitDir, until };
    return (await runGit(context, how)).toString();
  } catch (error) {
    throw new GitFailure(
      maskSecrets(
        error instanceof Error ? error.message : String(error),
        authorization.secrets,
      ),
    );
  }
}
