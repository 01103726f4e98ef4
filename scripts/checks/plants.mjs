// One file that breaks each boundary rule, and edges that break none.
//
// `file` imports `imports`; `type: true` makes it a type-only use.

const ENGINE = 'packages/promotion-engine/src';
const BACKEND = 'plugins/stevedore-backend/src';
const FRONTEND = 'plugins/stevedore/src';

/** Rule → the planted file. Every rule has to have one. */
export const VIOLATIONS = {
  'no-cycles': {
    file: `${ENGINE}/model/round.ts`,
    imports: './about',
    back: `${ENGINE}/model/about.ts`,
  },
  'engine-has-no-host': {
    file: `${ENGINE}/adapters/host.ts`,
    imports: 'knex',
  },
  'model-sees-only-model': {
    file: `${ENGINE}/model/io.ts`,
    imports: 'node:fs',
  },
  'expressions-see-only-model': {
    file: `${ENGINE}/expressions/up.ts`,
    imports: '../decide/target',
  },
  'decide-sees-only-model-and-expressions': {
    file: `${ENGINE}/decide/up.ts`,
    imports: '../ports/target',
  },
  'manifests-see-only-rules': {
    file: `${ENGINE}/manifests/up.ts`,
    imports: '../ports/target',
  },
  'ports-see-only-model': {
    file: `${ENGINE}/ports/up.ts`,
    imports: '../decide/target',
  },
  'kinds-see-only-model-ports-decide': {
    file: `${ENGINE}/kinds/steps/alpha/up.ts`,
    imports: '../../../runtime/target',
  },
  'kinds-use-no-node-io': {
    file: `${ENGINE}/kinds/steps/alpha/io.ts`,
    imports: 'node:child_process',
  },
  'one-kind-never-imports-another': {
    file: `${ENGINE}/kinds/steps/alpha/sideways.ts`,
    imports: '../beta/target',
  },
  'kinds-only-through-the-registry': {
    file: `${ENGINE}/index.ts`,
    imports: './kinds/steps/beta/target',
  },
  'registry-sees-only-kinds-model-ports': {
    file: `${ENGINE}/registry/up.ts`,
    imports: '../runtime/target',
  },
  'registry-sees-types-of-rules-only': {
    file: `${ENGINE}/registry/decides.ts`,
    imports: '../decide/target',
  },
  'runtime-never-sees-adapters-or-kinds': {
    file: `${ENGINE}/runtime/up.ts`,
    imports: '../adapters/target',
  },
  'runtime-sees-registry-types-only': {
    file: `${ENGINE}/runtime/lists.ts`,
    imports: '../registry/target',
  },
  'adapters-see-only-ports-and-model': {
    file: `${ENGINE}/adapters/up.ts`,
    imports: '../decide/target',
    type: true,
  },
  'testing-sees-only-ports-model-decide': {
    file: `${ENGINE}/testing/up.ts`,
    imports: '../runtime/target',
  },
  'testing-only-from-tests': {
    file: `${ENGINE}/adapters/fakes.ts`,
    imports: '../testing/target',
  },
  'conformance-only-from-the-cli': {
    file: `${ENGINE}/runtime/conforms.ts`,
    imports: '../conformance/target',
  },
  'public-entry-points-only': {
    file: 'packages/cli/src/deep.ts',
    imports: '../../promotion-engine/src/model/target',
  },
  'common-sees-nothing-of-ours': {
    file: 'plugins/stevedore-common/src/up.ts',
    imports: '@stevedore/promotion-engine',
    type: true,
  },
  'node-sees-only-engine-and-common': {
    file: 'plugins/stevedore-node/src/up.ts',
    imports: '@stevedore/plugin-stevedore-backend',
  },
  'backend-sees-only-engine-common-node': {
    file: `${BACKEND}/lib/up.ts`,
    imports: '@stevedore/cli',
  },
  'backend-modules-see-only-node-and-engine': {
    file: 'plugins/stevedore-backend-module-sample/src/up.ts',
    imports: '@stevedore/plugin-stevedore-backend',
  },
  'frontend-sees-only-common': {
    file: `${FRONTEND}/api/up.ts`,
    imports: '@stevedore/promotion-engine',
  },
  'cli-sees-only-engine-and-common': {
    file: 'packages/cli/src/up.ts',
    imports: '@stevedore/plugin-stevedore-backend',
  },
  'hosts-see-only-plugins': {
    file: 'packages/backend/src/up.ts',
    imports: '@stevedore/promotion-engine',
  },
  'demo-sees-only-engine-and-common': {
    file: 'packages/demo/src/up.ts',
    imports: '@stevedore/plugin-stevedore-backend',
  },
  'demo-is-for-tests': {
    file: `${BACKEND}/lib/demo.ts`,
    imports: '@stevedore/demo',
  },
  'router-never-sees-store-or-engine': {
    file: `${BACKEND}/router/up.ts`,
    imports: '../store/target',
    type: true,
  },
  'services-and-workers-never-see-router': {
    file: `${BACKEND}/workers/up.ts`,
    imports: '../router/target',
  },
  'services-and-workers-see-store-interfaces-only': {
    file: `${BACKEND}/service/store.ts`,
    imports: '../store/target',
  },
  'store-and-adapters-never-see-router-or-service': {
    file: `${BACKEND}/store/up.ts`,
    imports: '../service/target',
  },
  'mappers-see-only-types-of-services': {
    file: `${BACKEND}/mappers/up.ts`,
    imports: '../service/target',
  },
  'only-index-sees-plugin': {
    file: `${BACKEND}/lib/wiring.ts`,
    imports: '../plugin',
  },
  'frontend-lib-is-react-free': {
    file: `${FRONTEND}/lib/up.ts`,
    imports: 'react',
  },
  'frontend-components-are-dumb': {
    file: `${FRONTEND}/components/up.ts`,
    imports: '../hooks/target',
  },
  'frontend-hooks-know-no-view': {
    file: `${FRONTEND}/hooks/up.ts`,
    imports: '../components/target',
  },
  'frontend-features-read-through-hooks': {
    file: `${FRONTEND}/features/board/reads.ts`,
    imports: '../../api/target',
  },
  'frontend-router-only-in-url-state': {
    file: `${FRONTEND}/features/board/route.ts`,
    imports: 'react-router-dom',
  },
  'a-page-takes-features-by-their-index': {
    file: `${FRONTEND}/features/tab/deep.ts`,
    imports: '../audit/target',
  },
  'one-feature-never-imports-another': {
    file: `${FRONTEND}/features/board/sideways.ts`,
    imports: '../audit/target',
  },
};

/** Edges that the table allows; no rule may speak of them. */
export const ALLOWED = [
  { file: `${ENGINE}/decide/ok.ts`, imports: '../model/target' },
  { file: `${ENGINE}/manifests/ok.ts`, imports: '../expressions/target' },
  { file: `${ENGINE}/model/ok.ts`, imports: 'zod' },
  { file: `${ENGINE}/kinds/steps/alpha/ok.ts`, imports: '../_shared/target' },
  { file: `${ENGINE}/kinds/steps/alpha/path.ts`, imports: 'node:path' },
  { file: `${ENGINE}/kinds/steps/alpha/own.ts`, imports: './ok' },
  { file: `${ENGINE}/registry/ok.ts`, imports: '../kinds/steps/beta/target' },
  {
    file: `${ENGINE}/registry/verdict.ts`,
    imports: '../decide/target',
    type: true,
  },
  {
    file: `${ENGINE}/runtime/ok.ts`,
    imports: '../registry/target',
    type: true,
  },
  { file: `${ENGINE}/runtime/ok.test.ts`, imports: '../testing/target' },
  { file: `${ENGINE}/adapters/ok.ts`, imports: 'node:fs' },
  { file: 'packages/cli/src/ok.ts', imports: '@stevedore/promotion-engine' },
  {
    file: `${BACKEND}/service/ok.ts`,
    imports: '../store/target',
    type: true,
  },
  {
    file: `${BACKEND}/store/ok.test.ts`,
    imports: '@stevedore/promotion-engine/testing',
  },
  {
    file: 'plugins/stevedore-backend-module-sample/src/ok.ts',
    imports: '@stevedore/plugin-stevedore-node',
  },
  {
    file: 'packages/backend/src/ok.ts',
    imports: '@stevedore/plugin-stevedore-backend',
  },
  { file: `${FRONTEND}/features/board/ok.ts`, imports: '../../lib/target' },
  { file: `${FRONTEND}/features/audit/index.ts`, imports: './target' },
  { file: `${FRONTEND}/features/tab/ok.ts`, imports: '../audit' },
];

/** What the planted files import: folders that get a `target.ts` with a value and a type. */
export const TARGETS = [
  ...['model', 'expressions', 'decide', 'ports', 'runtime'],
  ...['registry', 'adapters', 'testing', 'conformance', 'kinds/steps/beta'],
  'kinds/steps/_shared',
]
  .map(folder => `${ENGINE}/${folder}`)
  .concat(['router', 'service', 'store'].map(name => `${BACKEND}/${name}`))
  .concat(
    ['lib', 'api', 'hooks', 'components', 'features/audit'].map(
      name => `${FRONTEND}/${name}`,
    ),
  );

/** Package name → folder. */
export const PACKAGES = {
  '@stevedore/promotion-engine': 'packages/promotion-engine',
  '@stevedore/cli': 'packages/cli',
  '@stevedore/demo': 'packages/demo',
  '@stevedore/plugin-stevedore-common': 'plugins/stevedore-common',
  '@stevedore/plugin-stevedore-node': 'plugins/stevedore-node',
  '@stevedore/plugin-stevedore-backend': 'plugins/stevedore-backend',
};
