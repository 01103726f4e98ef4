import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './root.mjs';

const IGNORED = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/**
 * A hash over names and contents of files and folders (given relative to the
 * repository; what does not exist counts as absent), and over `also`.
 */
export function fingerprint(paths, also = '') {
  const hash = createHash('sha256').update(also);
  for (const file of paths.flatMap(filesBelow)) {
    hash.update(`\0${file}\0`).update(readFileSync(fromRoot(file)));
  }
  return hash.digest('hex');
}

/** What runs this code: native parts and compiled output differ by it. */
export function platform() {
  return `${process.versions.modules} ${process.platform} ${process.arch}`;
}

/** The folders of all packages, relative to the repository. */
export function workspaces() {
  return ['packages', 'plugins'].flatMap(folder =>
    existsSync(fromRoot(folder))
      ? readdirSync(fromRoot(folder))
          .map(name => `${folder}/${name}`)
          .filter(name => existsSync(fromRoot(name, 'package.json')))
          .sort()
      : [],
  );
}

function filesBelow(name) {
  const full = fromRoot(name);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full)
    .filter(entry => !IGNORED.has(entry))
    .sort()
    .flatMap(entry => filesBelow(path.posix.join(name, entry)));
}
