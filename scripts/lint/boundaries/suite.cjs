// Who may import whom among the packages, and inside the backend and the frontend.
const {
  BACKEND,
  COMMON,
  ENGINE,
  NODE,
  OURS,
  TEST_CODE,
  error,
} = require('./rule.cjs');

const OWN = '^$1/';
const DEMO = '^packages/demo/';

/** Of what is ours, `from` may see itself and `allowed`. */
function ours(name, comment, { from, allowed = [] }) {
  return error(name, comment, {
    from: { path: `^(${from})/`, pathNot: TEST_CODE },
    to: { path: OURS, pathNot: [OWN, ...allowed] },
  });
}

function backend(...folders) {
  return `${BACKEND}(${folders.join('|')})/`;
}

const PLUGIN = `${BACKEND}plugin\\.ts$`;

module.exports = [
  error('no-cycles', 'A circle of files has no order to be read in.', {
    from: {},
    to: { circular: true },
  }),
  error(
    'public-entry-points-only',
    'Another package is imported by its name and by what it exports.',
    {
      from: { path: '^(packages|plugins)/([^/]+)/' },
      to: {
        path: '^(packages|plugins)/[^/]+/',
        pathNot: [
          '^$1/$2/',
          '/src/(index|alpha|legacy|testUtils|translations)\\.tsx?$',
          '/src/(testing|conformance|expressions|runtime/testing/suite)/index\\.ts$',
          '/package\\.json$',
        ],
      },
    },
  ),
  ours('common-sees-nothing-of-ours', 'It runs in browser and server alike.', {
    from: 'plugins/stevedore-common',
  }),
  ours(
    'node-sees-only-engine-and-common',
    'Extension points name the engine’s types, not the backend’s.',
    { from: 'plugins/stevedore-node', allowed: [ENGINE, COMMON] },
  ),
  ours(
    'backend-sees-only-engine-common-node',
    'The backend hosts the engine and depends on no module.',
    { from: 'plugins/stevedore-backend', allowed: [ENGINE, COMMON, NODE] },
  ),
  ours(
    'backend-modules-see-only-node-and-engine',
    'An integration knows the extension points, not the host.',
    {
      from: 'plugins/[a-z-]*backend-module-[a-z-]+',
      allowed: [ENGINE, NODE],
    },
  ),
  ours('frontend-sees-only-common', 'The browser re-implements no rule.', {
    from: 'plugins/stevedore(?:-react)?',
    allowed: [COMMON],
  }),
  ours('cli-sees-only-engine-and-common', 'The CLI needs no backend to lint.', {
    from: 'packages/cli',
    allowed: [ENGINE, COMMON],
  }),
  ours(
    'hosts-see-only-plugins',
    'The demo host wires plugins together and holds no logic.',
    { from: 'packages/app|packages/backend', allowed: ['^plugins/'] },
  ),
  ours(
    'demo-sees-only-engine-and-common',
    'The demo’s world speaks to the portal as anyone else does.',
    { from: 'packages/demo', allowed: [ENGINE, COMMON] },
  ),
  error('demo-is-for-tests', 'Nothing that ships knows the demo.', {
    from: { pathNot: [DEMO, '^bench/', ...TEST_CODE] },
    to: { path: DEMO },
  }),
  error(
    'router-never-sees-store-or-engine',
    'Parse, call a service, map: a route holds no rule and no SQL.',
    {
      from: {
        path: backend('router', 'webhooks', 'actions'),
        pathNot: TEST_CODE,
      },
      to: { path: [backend('store', 'adapters', 'workers'), PLUGIN, ENGINE] },
    },
  ),
  error(
    'services-and-workers-never-see-router',
    'Every way in (HTTP, CLI, agent) uses the services; they know none of them.',
    {
      from: { path: backend('service', 'workers'), pathNot: TEST_CODE },
      to: { path: [backend('router', 'webhooks', 'actions'), PLUGIN] },
    },
  ),
  error(
    'services-and-workers-see-store-interfaces-only',
    'Which database it is, is decided in plugin.ts.',
    {
      from: { path: backend('service', 'workers'), pathNot: TEST_CODE },
      to: { path: backend('store', 'adapters'), preCompilationOnly: false },
    },
  ),
  error(
    'store-and-adapters-never-see-router-or-service',
    'They implement the engine’s ports and know nobody who uses them.',
    {
      from: { path: backend('store', 'adapters'), pathNot: TEST_CODE },
      to: {
        path: [
          backend(
            'router',
            'service',
            'workers',
            'webhooks',
            'actions',
            'mappers',
          ),
          PLUGIN,
        ],
      },
    },
  ),
  error(
    'mappers-see-only-types-of-services',
    'A mapper turns a model into a wire type and does nothing else.',
    {
      from: { path: backend('mappers'), pathNot: TEST_CODE },
      to: {
        path: [
          backend('router', 'service', 'store', 'adapters', 'workers'),
          PLUGIN,
        ],
        preCompilationOnly: false,
      },
    },
  ),
  error('only-index-sees-plugin', 'plugin.ts wires; nothing hangs on it.', {
    from: {
      path: BACKEND,
      pathNot: [`${BACKEND}index\\.ts$`, ...TEST_CODE],
    },
    to: { path: PLUGIN },
  }),
  ...require('./frontend.cjs'),
];
