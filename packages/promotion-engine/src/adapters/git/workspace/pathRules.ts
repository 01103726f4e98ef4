import { PathError } from '../../../model/errors';

/** Characters that HFS+ ignores in names: `.g<U+200C>it` is `.git` there (Git: utf8.c, next_hfs_char). */
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/**
 * Components of a path; `..` stays, because only the resolver knows where a symlink led.
 * @throws PathError for absolute paths, NUL, and every spelling of `.git` that some file system takes for it
 */
export function splitPath(path: string): string[] {
  if (path.includes('\0')) {
    throw new PathError('A path must not contain NUL');
  }
  if (/^[/\\]/.test(path) || /^[a-z]:[/\\]/i.test(path)) {
    throw new PathError(
      `"${path}" is absolute: write it relative to the workspace`,
    );
  }
  const parts = path.split('/').filter(part => part !== '' && part !== '.');
  for (const part of parts) {
    if (part.split('\\').some(isDotGit)) {
      throw new PathError(
        `"${path}" touches a ".git", which no step may do: name a file of the checkout`,
      );
    }
  }
  return parts;
}

/** `.git` itself, any case, NTFS short names, streams, trailing dots and spaces (Git: path.c, is_ntfs_dotgit). */
export function isDotGit(part: string): boolean {
  const name = part
    .replace(IGNORED_BY_HFS, '')
    .replace(/:.*$/, '')
    .replace(/[. ]+$/, '')
    .toLowerCase();
  return name === '.git' || /^git~\d+$/.test(name);
}

/** Run ids become directory and ref names. */
export function assertRunId(runId: string): string {
  if (
    !/^[a-z0-9][a-z0-9._-]{0,250}$/i.test(runId) ||
    /\.\.|\.lock$|\.$/.test(runId)
  ) {
    throw new PathError(`"${runId}" cannot name a workspace`);
  }
  return runId;
}

/** Is `path` the directory `parent`, or below it? The workspace itself is ''. */
export function isWithin(path: string, parent: string): boolean {
  return parent === '' || path === parent || path.startsWith(`${parent}/`);
}

export function joinPath(parent: string, name: string): string {
  return [parent, name].filter(part => part !== '').join('/');
}
