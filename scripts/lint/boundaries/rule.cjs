// Words that the boundary rules share.
//
// A pattern has to match what a module resolves to: `node_modules/zod/…`, or the bare
// name when it does not resolve. `npm()` writes both.

const ENGINE = '^packages/promotion-engine/src/';
const BACKEND = '^plugins/stevedore-backend/src/';
const COMMON = '^plugins/stevedore-common/';
const NODE = '^plugins/stevedore-node/';
const FRONTEND = '^plugins/stevedore/src/';
const OURS = '^(packages|plugins)/';

/** Tests and what only tests use; most rules speak of what ships. */
const TEST_CODE = [
  '\\.test\\.tsx?$',
  '/(testing|conformance|__fixtures__|__testUtils__|fixtures)/',
  'setupTests\\.ts$',
];

/** Resolved path or bare name of npm packages; a name may be a regular expression. */
function npm(...names) {
  return `(^|/node_modules/|^node_modules/)(${names.join('|')})(/|$)`;
}

/** Small libraries without I/O, clock or chance. */
const PURE_LIBRARIES = npm(
  'zod',
  'yaml',
  'semver',
  're2js',
  'picomatch',
  'ajv',
  'ajv-draft-04',
  'ajv-formats',
  '@noble/hashes',
  'rrule-temporal',
  'temporal-polyfill',
  'ignore',
  'jsonc-parser',
  'smol-toml',
  'toml-eslint-parser',
);

/** Modules of Node that compute and do nothing else. */
const PURE_NODE = '^(node:)?(path|url|util|crypto|buffer|assert)(/|$)';

/** A folder of the engine, or several: `engine('model', 'ports')`. */
function engine(...folders) {
  return `${ENGINE}(${folders.join('|')})/`;
}

function error(name, comment, { from, to }) {
  return { name, severity: 'error', comment, from, to };
}

/** Everything that `from` imports has to match one of `allowed`. */
function only(name, comment, { from, allowed }) {
  return error(name, comment, {
    from: { path: from, pathNot: TEST_CODE },
    to: { pathNot: allowed },
  });
}

module.exports = {
  BACKEND,
  COMMON,
  ENGINE,
  FRONTEND,
  NODE,
  OURS,
  PURE_LIBRARIES,
  PURE_NODE,
  TEST_CODE,
  engine,
  error,
  npm,
  only,
};
