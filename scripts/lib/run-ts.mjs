import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runAndForward } from './process.mjs';
import { fromRoot } from './root.mjs';

/**
 * Runs a TypeScript file of the workspace and returns its exit code.
 *
 * Nothing is built first: Backstage's own hook compiles each file as it is loaded
 * (swc, to CommonJS), so that imports without an extension and imports of
 * `@stevedore/*` work as they do in the backend and in Jest. What it made of a file is kept
 * in `node_modules/.cache`, so that only the first run pays for it.
 */
export function runTypeScript(file, args = [], options = {}) {
  if (!existsSync(fromRoot(file))) {
    throw new Error(`${file} does not exist in this checkout.`);
  }
  return runAndForward(
    process.execPath,
    [...typeScriptFlags(), fromRoot(file), ...args],
    options,
  );
}

/** The flags with which `node` runs a TypeScript file of the workspace. */
export function typeScriptFlags() {
  const require = createRequire(fromRoot('package.json'));
  return [
    '--enable-source-maps',
    '--require',
    fromRoot('scripts/lib/transformCache.cjs'),
    '--require',
    require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
  ];
}
