import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts a `git` into the directory that writes down how it is called and then is the real one.
 * `path` is the search path that finds it first; a Backstage is started with it for the one promotion that is counted.
 */
export function countGitProcesses(directory: string): {
  path: string;
  /** The commands since the last call of `clear`. */
  commands(): string[];
  clear(): void;
} {
  mkdirSync(directory, { recursive: true });
  const log = join(directory, 'commands');
  const real = execFileSync('sh', ['-c', 'command -v git'], {
    encoding: 'utf8',
  }).trim();
  const wrapper = join(directory, 'git');
  const line = '$(echo "$@" | tr "\\n" " ")';
  writeFileSync(
    wrapper,
    `#!/bin/sh\necho "${line}" >> '${log}'\nexec '${real}' "$@"\n`,
  );
  chmodSync(wrapper, 0o755);
  const clear = () => writeFileSync(log, '');
  clear();
  return {
    path: `${directory}:${process.env.PATH}`,
    commands: () => readFileSync(log, 'utf8').split('\n').filter(Boolean),
    clear,
  };
}
