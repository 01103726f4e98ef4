import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fingerprint, workspaces } from './fingerprint.mjs';
import { capture } from './process.mjs';
import { fromRoot } from './root.mjs';
import { TOOLS } from './tools.mjs';

const STAMP = fromRoot('packages', 'app', 'dist', '.stevedore-build');
const BUILT_IN = new Set([
  'frontend',
  'frontend-plugin',
  'frontend-plugin-module',
  'web-library',
  'common-library',
]);

/**
 * Builds packages/app into packages/app/dist, from where the backend serves it, unless
 * nothing that goes into it has changed. About 10 seconds on two cores.
 */
export async function ensureAppBuilt() {
  const wanted = fingerprint(inputs(), process.versions.node);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  process.stderr.write('Building the page (about ten seconds) …\n');
  const { code, output } = await capture(
    process.execPath,
    [TOOLS.backstage, 'package', 'build'],
    { cwd: fromRoot('packages', 'app') },
  );
  if (code !== 0) throw new Error(`The page could not be built:\n${output}`);
  writeFileSync(STAMP, wanted);
}

function inputs() {
  const parts = workspaces().filter(isBuiltIn);
  return ['yarn.lock', 'app-config.yaml', ...parts];
}

function isBuiltIn(name) {
  const manifest = JSON.parse(
    readFileSync(fromRoot(name, 'package.json'), 'utf8'),
  );
  return BUILT_IN.has(manifest.backstage?.role);
}
