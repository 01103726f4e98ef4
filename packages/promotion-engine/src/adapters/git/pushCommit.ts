import { GitError } from '../../model/errors';
import { Interruptible, PushRequest, PushResult } from '../../ports/git';
import { decisiveLine, explainFailure } from './explainFailure';
import { GitFailure } from './GitFailure';
import { Mirror } from './Mirror';
import { assertObjectId, assertRefName } from './refNames';

/** The branch moved, or someone else is moving it: the edit has to be made again on the new head. */
const LOST_RACE =
  /\((fetch first|already exists|non-fast-forward|needs force|stale info|failed to update ref|incorrect old value provided|cannot lock ref[^)]*|failed to lock[^)]*|reference already exists[^)]*)\)|cannot lock ref|is at [0-9a-f]+ but expected/i;

export function pushCommit(
  mirror: Mirror,
  push: PushRequest,
): Promise<PushResult> {
  const target = `${assertObjectId(push.commit)}:refs/heads/${assertRefName(
    'branch',
    push.branch,
  )}`;
  const refspec = push.force ? `+${target}` : target;
  const { branch: name, signal } = push;
  return pushRef(mirror, { refspec, name, signal });
}

/** Never forced: a tag that is there stays what it is. */
export function pushTag(
  mirror: Mirror,
  { tag, object, signal }: { tag: string; object: string } & Interruptible,
): Promise<PushResult> {
  const refspec = `${assertObjectId(object)}:refs/tags/${assertRefName(
    'tag',
    tag,
  )}`;
  return pushRef(mirror, { refspec, name: `tag ${tag}`, signal });
}

async function pushRef(
  mirror: Mirror,
  { refspec, name, signal }: { refspec: string; name: string } & Interruptible,
): Promise<PushResult> {
  await mirror.ready();
  const authorization = await mirror.authorization();
  const args = [
    'push',
    '--porcelain',
    '--progress',
    '--no-verify',
    '--no-follow-tags',
    '--no-signed',
  ];
  try {
    const command = [...args, mirror.remote.url, refspec];
    await mirror.talk(command, authorization, signal);
    return { status: 'pushed' };
  } catch (error) {
    if (signal?.aborted)
      throw new GitError(
        `push to ${name} of ${mirror.remote.url} was interrupted before it was answered`,
        { retryable: true, cause: error },
      );
    const output = error instanceof GitFailure ? error.output : '';
    if (LOST_RACE.test(output)) {
      const message = `${name} of ${mirror.remote.url} has moved: ${rejection(
        output,
      )}`;
      return { status: 'rejected', message };
    }
    throw explainFailure(
      `push to ${name} of`,
      mirror.remote.url,
      declined(error),
    );
  }
}

/** `!\t<from>:<to>\t[rejected] (fetch first)`: what stands after the last tab. */
function rejection(output: string): string {
  const line = output.split('\n').find(text => text.startsWith('!'));
  return (line ?? decisiveLine(output)).split('\t').pop() ?? '';
}

/** A hook's or a protected branch's refusal stands in the porcelain line; `error: failed to push` says nothing. */
function declined(error: unknown): unknown {
  if (!(error instanceof GitFailure) || !/^!\t/m.test(error.output)) {
    return error;
  }
  const remote = error.output
    .split('\n')
    .filter(line => /^remote: /.test(line) && line.trim() !== 'remote:')
    .map(line => line.replace(/^remote: (error: )?/, '').trim());
  return new GitFailure(
    `fatal: ${[rejection(error.output), ...remote].join('; ')}`,
    error.exitCode,
  );
}
