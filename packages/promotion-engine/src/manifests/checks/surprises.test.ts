import { builtInKinds } from '../../registry/builtInKinds';
import { readOptionsOf } from '../../registry/readOptionsOf';
import { createRegistry } from '../../registry/registry';
import { readManifests } from '../read-manifests';

const options = readOptionsOf(createRegistry(builtInKinds()));

interface Parts {
  subscription?: string;
  config?: string;
  vars?: string;
  step?: string;
}

const definition = ({
  subscription = 'imageSelectionStrategy: Lexical',
  config = '{}',
  vars = '[]',
  step = '{uses: fail, config: {message: sorry}}',
}: Parts) => `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: web}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: {name: web, namespace: web}
spec: ${config}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: web, namespace: web}
spec: {subscriptions: [{image: {repoURL: ghcr.io/acme/web, ${subscription}}}]}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {name: prod-eu, namespace: web, labels: {tier: prod}}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {direct: true}}]
  vars: ${vars}
  promotionTemplate:
    spec:
      steps:
        - ${step}
`;

/** What is said of a definition that is legal all the same. */
function warnings(parts: Parts): string[] {
  const files = [{ name: 'p.yaml', text: definition(parts) }];
  const { project, problems } = readManifests(files, options);
  expect(project).toBeDefined();
  return problems.map(({ severity, message, cure, position }) => {
    expect([severity, position?.file]).toEqual(['warning', 'p.yaml']);
    return `${position?.line}: ${message} ${cure}`;
  });
}

const write = (value: string) => ({
  step: `{uses: yaml-update, config: {path: a, updates: [{key: k, value: "${value}"}]}}`,
});
const selecting = (selector: string, field = 'stageSelector') =>
  `{promotionPolicies: [{${field}: ${selector}, autoPromotionEnabled: true}]}`;
const freeze = (selector: string) =>
  `{promotionWindows: [{name: freeze, kind: Deny, dtstart: 20261220T000000Z, dtend: 20261224T000000Z, stageSelector: ${selector}}]}`;

describe('what is legal and surprising', () => {
  it.each<[string, Parts, string]>([
    [
      'a condition without delimiters',
      { step: '{uses: fail, if: "true", config: {message: sorry}}' },
      '24: The condition has no ${{ }}, so it is a text and never true or false; the step will err. Write ${{ true }}.',
    ],
    [
      'a tag that may be a number',
      write("${{ imageFrom('ghcr.io/acme/web').Tag }}"),
      "24: A tag that looks like a number becomes one here: 1.10 gives 1.1. Write ${{ quote(imageFrom('ghcr.io/acme/web').Tag) }}.",
    ],
    [
      'a text that is a number',
      write("${{ '1.10' }}"),
      "24: The text 1.10 becomes 1.1 here. Write ${{ quote('1.10') }}.",
    ],
    [
      'a variable that is a number',
      {
        vars: '[{name: version, value: "1.10"}]',
        ...write('${{ vars.version }}'),
      },
      '24: The text 1.10 becomes 1.1 here. Write ${{ quote(vars.version) }}.',
    ],
    [
      'a variable that is a boolean',
      { vars: '[{name: v, value: "T"}]', ...write('${{ vars.v }}') },
      '24: The text T becomes true here. Write ${{ quote(vars.v) }}.',
    ],
    [
      'a policy for a stage that is not there',
      { config: selecting('prod', 'stage') },
      '8: The policy is for stage prod, which does not exist. Known here: prod-eu.',
    ],
    [
      'a policy whose pattern fits no stage',
      { config: selecting('{name: "glob:staging-*"}') },
      '8: The policy selects no stage. Change its selector; the stages are prod-eu.',
    ],
    [
      'a policy whose expression fits no stage',
      { config: selecting('{name: "regex:^prod$"}') },
      '8: The policy selects no stage. Change its selector; the stages are prod-eu.',
    ],
    [
      'a policy whose labels fit no stage',
      { config: selecting('{matchLabels: {tier: test}}') },
      '8: The policy selects no stage. Change its selector; the stages are prod-eu.',
    ],
    [
      'a window that closes nothing',
      { config: freeze('{name: "glob:production-*"}') },
      '8: Window freeze selects no stage. Change its selector; the stages are prod-eu.',
    ],
  ])('%s is a warning', (_, parts, said) => {
    expect(warnings(parts)).toEqual([said]);
  });

  it.each<[string, Parts]>([
    [
      'a condition',
      { step: '{uses: fail, if: "${{ true }}", config: {message: sorry}}' },
    ],
    [
      'a tag of three parts',
      {
        subscription: 'imageSelectionStrategy: SemVer',
        ...write("${{ imageFrom('ghcr.io/acme/web').Tag }}"),
      },
    ],
    ['a text that is kept', write("${{ quote('1.10') }}")],
    ['a text beside others', write("v${{ '1.10' }}")],
    [
      'a number that stays as it is written',
      { vars: '[{name: v, value: "8080"}]', ...write('${{ vars.v }}') },
    ],
    [
      'a variable that is a text',
      { vars: '[{name: v, value: "1.10.0"}]', ...write('${{ vars.v }}') },
    ],
    [
      'a policy',
      { config: selecting('{name: "glob:prod-*", matchLabels: {tier: prod}}') },
    ],
    ['a window', { config: freeze('{matchLabels: {tier: prod}}') }],
    ['a window for all', { config: freeze('{}') }],
  ])('%s is none', (_, parts) => {
    expect(warnings(parts)).toEqual([]);
  });
});
