// Who may import whom inside the engine. Everything that is not allowed is forbidden.
const {
  ENGINE,
  PURE_LIBRARIES,
  PURE_NODE,
  TEST_CODE,
  engine,
  error,
  npm,
  only,
} = require('./rule.cjs');

const HOSTS = npm(
  '@backstage/[^/]+',
  '@kubernetes/[^/]+',
  '@types/express',
  'express',
  'express-promise-router',
  'knex',
  'pg',
  'pg-boss',
  'better-sqlite3',
  'react',
);

/** What a kind declares itself with; the lists of kinds are not among them. */
const DEFINE_HELPERS = `${ENGINE}registry/(step|source|gate|verifier|versioning|define[A-Z]\\w*)\\.ts$`;

/** Bytes in, bytes out: what archives are made of. */
const ARCHIVE_LIBRARIES = npm('tar-stream');
const ARCHIVE_NODE = '^(node:)?(stream|zlib)(/|$)';

/** It answers other people's questions with the engine's rules, and is no fake. */
const CONFORMANCE_COMMAND = '^packages/cli/src/commands/conformance\\.ts$';

module.exports = [
  error(
    'engine-has-no-host',
    'The engine runs without Backstage, a database client, a web server or Kubernetes, in tests too.',
    { from: { path: ENGINE }, to: { path: HOSTS } },
  ),
  only(
    'model-sees-only-model',
    'Nouns depend on nothing but nouns: no I/O, no ports.',
    { from: engine('model'), allowed: [engine('model'), PURE_LIBRARIES] },
  ),
  only(
    'expressions-see-only-model',
    'The expression language is pure and stands on the model alone.',
    {
      from: engine('expressions'),
      allowed: [engine('model', 'expressions'), PURE_LIBRARIES],
    },
  ),
  only(
    'decide-sees-only-model-and-expressions',
    'Rules are pure functions of facts; what they need is handed to them.',
    {
      from: engine('decide'),
      allowed: [engine('model', 'expressions', 'decide'), PURE_LIBRARIES],
    },
  ),
  only(
    'manifests-see-only-rules',
    'Reading a definition is pure: text in, project and problems out. Whether it would be admitted is decided by the rules that run.',
    {
      from: engine('manifests'),
      allowed: [
        engine('model', 'expressions', 'decide', 'manifests'),
        PURE_LIBRARIES,
      ],
    },
  ),
  only('ports-see-only-model', 'Ports are interfaces over the model.', {
    from: engine('ports'),
    allowed: [engine('model', 'ports')],
  }),
  error(
    'kinds-see-only-model-ports-decide',
    'A kind gets the world through ports, from what it declares.',
    {
      from: { path: engine('kinds'), pathNot: TEST_CODE },
      to: {
        dependencyTypesNot: ['core'],
        pathNot: [
          engine('model', 'expressions', 'ports', 'decide', 'kinds'),
          DEFINE_HELPERS,
          PURE_LIBRARIES,
          ARCHIVE_LIBRARIES,
        ],
      },
    },
  ),
  error(
    'kinds-use-no-node-io',
    'Files, processes and the network are reached through ports only.',
    {
      from: { path: engine('kinds'), pathNot: TEST_CODE },
      to: {
        dependencyTypes: ['core'],
        pathNot: [PURE_NODE, ARCHIVE_NODE],
      },
    },
  ),
  error(
    'one-kind-never-imports-another',
    'What two kinds of a family share is in kinds/<family>/_shared.',
    {
      from: {
        path: `${ENGINE}kinds/([^/]+)/([^/]+)/`,
        pathNot: TEST_CODE,
      },
      to: {
        path: engine('kinds'),
        pathNot: `${ENGINE}kinds/$1/($2|_shared)/`,
      },
    },
  ),
  error(
    'kinds-only-through-the-registry',
    'The registry lists the kinds; nobody else knows which exist.',
    {
      from: { pathNot: [engine('registry', 'kinds'), ...TEST_CODE] },
      to: { path: engine('kinds') },
    },
  ),
  only(
    'registry-sees-only-kinds-model-ports',
    'Explicit lists and define helpers, nothing that runs.',
    {
      from: engine('registry'),
      allowed: [
        engine(
          ...['registry', 'kinds', 'model', 'ports', 'decide', 'manifests'],
        ),
        PURE_LIBRARIES,
      ],
    },
  ),
  error(
    'registry-sees-types-of-rules-only',
    'A gate is declared with the type of its verdict, and the reader is told which kinds exist; the registry decides and reads nothing.',
    {
      from: { path: engine('registry'), pathNot: TEST_CODE },
      to: { path: engine('decide', 'manifests'), preCompilationOnly: false },
    },
  ),
  only(
    'runtime-never-sees-adapters-or-kinds',
    'The runtime applies what decide/ decided, through ports.',
    {
      from: engine('runtime'),
      allowed: [
        engine(
          'model',
          'expressions',
          'decide',
          'ports',
          'registry',
          'runtime',
        ),
        PURE_LIBRARIES,
      ],
    },
  ),
  error(
    'runtime-sees-registry-types-only',
    'The registry is handed to the runtime; which kinds it holds is not the runtime’s business.',
    {
      from: { path: engine('runtime'), pathNot: TEST_CODE },
      to: { path: engine('registry'), preCompilationOnly: false },
    },
  ),
  error(
    'adapters-see-only-ports-and-model',
    'An adapter implements a port and knows no rule.',
    {
      from: { path: engine('adapters'), pathNot: TEST_CODE },
      to: { path: ENGINE, pathNot: engine('ports', 'model', 'adapters') },
    },
  ),
  error(
    'testing-sees-only-ports-model-decide',
    'Fakes and contracts stand on ports, so that every implementation can be put to them; a fake store folds entries as every store does, and a step for tests is declared as every step is.',
    {
      from: { path: engine('testing'), pathNot: '\\.test\\.tsx?$' },
      to: {
        path: ENGINE,
        pathNot: [
          engine('ports', 'model', 'decide', 'testing', 'expressions/testing'),
          DEFINE_HELPERS,
        ],
      },
    },
  ),
  error('testing-only-from-tests', 'Fakes never ship.', {
    from: { pathNot: [...TEST_CODE, '^bench/', CONFORMANCE_COMMAND] },
    to: { path: `${ENGINE}.*testing/` },
  }),
  error(
    'conformance-only-from-the-cli',
    'It shows single rules to a conformance suite, kinds included; the product does not use it.',
    {
      from: { pathNot: [...TEST_CODE, '^packages/cli/'] },
      to: { path: engine('conformance') },
    },
  ),
];
