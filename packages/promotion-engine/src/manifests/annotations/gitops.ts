import { Located, Scanner, Token } from './scanner';

export interface GitopsTarget {
  repoURL: Located<string>;
  /** May hold `{stage}`. */
  branch: Located<string>;
  /** Directory below the repository's root; may hold `{stage}`. */
  path: Located<string>;
}

const CURE =
  'Write URL#branch:directory, such as https://github.com/acme/deploy#main:apps/web/{stage}.';
const URL: Token = {
  pattern: /((https?|ssh|file):\/\/[^\s#${}]+|[\w.-]+@[\w.-]+:[^\s#${}]+)/,
  word: 'the URL of a Git repository',
  cure: CURE,
};
const HASH: Token = { pattern: /#/, word: '"#" and a branch', cure: CURE };
const BRANCH: Token = {
  pattern: /([\w.-]|\{stage\})+(\/([\w.-]|\{stage\})+)*/,
  word: 'a branch',
  cure: CURE,
};
const COLON: Token = { pattern: /:/, word: '":" and a directory', cure: CURE };
const DIRECTORY: Token = {
  pattern: /([\w.+@ -]|\{stage\})+(\/([\w.+@ -]|\{stage\})+)*\/?/,
  word: 'a directory',
  cure: CURE,
};

/** `gitops = url, "#", branch, ":", directory` */
export function parseGitops(text: string): GitopsTarget {
  const scanner = new Scanner(text);
  const targets = scanner.entries(/\n/, () => {
    const repoURL = scanner.expect(URL);
    scanner.expect(HASH);
    const branch = scanner.expect(BRANCH);
    scanner.expect(COLON);
    const path = scanner.expect(DIRECTORY);
    return {
      repoURL,
      branch,
      path: { ...path, value: plainPath(path, scanner) },
    };
  });
  if (targets.length !== 1) {
    throw scanner.fault(
      'A pipeline writes to exactly one repository.',
      CURE,
      0,
    );
  }
  return targets[0];
}

/** A path below a directory, without `.` parts; leaving it, or reaching into `.git`, is refused. */
export function plainPath(path: Located<string>, scanner: Scanner): string {
  const parts = path.value
    .trim()
    .split('/')
    .filter(part => part !== '' && part !== '.');
  if (
    parts.some(part => part === '..' || part.trim().toLowerCase() === '.git')
  ) {
    throw scanner.fault(
      `${path.value} leaves the working tree.`,
      'Write a path below the repository, without .. and .git.',
      path.offset,
    );
  }
  return parts.join('/');
}
