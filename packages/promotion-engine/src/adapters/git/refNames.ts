import { GitError } from '../../model/errors';

const OBJECT_ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** @throws GitError: only full object ids are pinned, and nothing else may reach a command line as one. */
export function assertObjectId(text: string): string {
  if (!OBJECT_ID.test(text)) {
    throw new GitError(`"${text}" is not a full commit id`, {
      retryable: false,
    });
  }
  return text;
}

/** git-check-ref-format(1), for the part after `refs/heads/`. */
export function assertRefName(kind: string, name: string): string {
  const parts = name.split('/');
  const bad =
    // eslint-disable-next-line no-control-regex
    /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|^-|^@$|\.$/.test(name) ||
    parts.some(
      part => part === '' || part.startsWith('.') || part.endsWith('.lock'),
    );
  if (bad) {
    throw new GitError(`"${name}" is not a possible ${kind} name`, {
      retryable: false,
    });
  }
  return name;
}
