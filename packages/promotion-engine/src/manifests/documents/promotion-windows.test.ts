import { readClusterConfig } from '../read-cluster-config';
import { readManifests } from '../read-manifests';
import { windowsOfProject } from '../../decide/windows';

const OPTIONS = { steps: new Map(), verifiers: new Set<string>() };

function read(window: string) {
  const text = `apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: {name: web, namespace: web}
spec:
  promotionWindows:
    - ${window}
`;
  return readManifests([{ name: 'p.yaml', text }], OPTIONS as never);
}

function windowProblems(window: string) {
  return read(window)
    .problems.filter(({ position }) => position?.line === 6)
    .map(({ message, severity }) => `${severity}: ${message}`);
}

const FREEZE = 'name: freeze, kind: Deny';
const TIMES = 'dtstart: 20261220T000000Z, dtend: 20270103T000000Z';

describe('promotionWindows of a ProjectConfig', () => {
  it.each([
    `{${FREEZE}, ${TIMES}}`,
    `{${FREEZE}, ${TIMES}, rrule: FREQ=YEARLY, stageSelector: {name: "glob:prod-*"}}`,
    `{name: office, kind: Allow, dtstart: "TZID=Europe/Berlin:20260105T090000", dtend: "TZID=Europe/Berlin:20260105T170000"}`,
  ])('takes %s', window => {
    expect(windowProblems(window)).toEqual([]);
  });

  it.each([
    [`{${FREEZE}}`, 'Window freeze cannot be read: "" is no date-time'],
    [
      `{${FREEZE}, dtstart: 20261220T000000Z, dtend: 20261220T000000Z}`,
      'ends before it starts',
    ],
    [
      `{${FREEZE}, ${TIMES}, rrule: FREQ=NEVER}`,
      'Window freeze cannot be read',
    ],
    [
      `{${FREEZE}, ${TIMES}, stageSelector: {name: "regex:("}}`,
      'is no regular expression',
    ],
    [
      `{${FREEZE}, ${TIMES}, stageSelector: {matchExpressions: [{key: tier, operator: Near}]}}`,
      'There is no operator Near',
    ],
    [
      `{${FREEZE}, ${TIMES}, projectSelector: {name: web}}`,
      'concerns that project alone',
    ],
  ])('refuses %s in its line', (window, sentence) => {
    const problems = windowProblems(window);
    expect(problems.join('\n')).toMatch(/^error: /);
    expect(problems.join('\n')).toContain(sentence);
  });
});

const CLUSTER = `apiVersion: kargo.akuity.io/v1alpha1
kind: ClusterConfig
metadata: {name: cluster}
spec:
  gitClient: {name: Release Bot, email: bot@example.com, signingKeySecret: {name: key}}
  promotionWindows:
    - {name: everywhere, kind: Deny, ${TIMES}}
    - {name: shop, kind: Deny, ${TIMES}, projectSelector: {name: "glob:shop-*"}}
    - {name: payment, kind: Deny, ${TIMES}, projectSelector: {matchLabels: {pci: "true"}}, stageSelector: {name: prod}}
`;

const PIPELINE = `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: web, labels: {pci: "true"}}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: {name: web, namespace: web}
spec: {promotionWindows: [{name: own, kind: Allow, ${TIMES}}]}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: images, namespace: web}
spec: {subscriptions: [{image: {repoURL: ghcr.io/acme/web, imageSelectionStrategy: NewestBuild}}]}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {name: prod, namespace: web}
spec: {requestedFreight: [{origin: {kind: Warehouse, name: images}, sources: {direct: true}}]}
---
`;

const namesOf = (windows: readonly { window: { name: string } }[] = []) =>
  windows.map(({ window }) => window.name);

describe('promotionWindows of the ClusterConfig', () => {
  it('count for the projects that they select', () => {
    const { config, problems } = readClusterConfig({
      name: 'cluster.yaml',
      text: CLUSTER,
    });
    expect(problems).toEqual([]);
    const windows = config!.promotionWindows;
    const of = (name: string, labels = {}) =>
      namesOf(windowsOfProject(windows, { name, labels }));
    expect(of('web')).toEqual(['everywhere']);
    expect(of('shop-cart')).toEqual(['everywhere', 'shop']);
    expect(of('web', { pci: 'true' })).toEqual(['everywhere', 'payment']);
    expect(config!.gitClient).toEqual({
      name: 'Release Bot',
      email: 'bot@example.com',
    });
  });

  it('count for a project that has one beside its pipeline, with its own', () => {
    const text = PIPELINE + CLUSTER;
    const { project, problems } = readManifests(
      [{ name: 'p.yaml', text }],
      OPTIONS as never,
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'gitClient of a definition is not used.',
    ]);
    expect(namesOf(project?.promotionWindows)).toEqual([
      'own',
      'everywhere',
      'payment',
    ]);
    expect(project!.promotionWindows![2].selector).toEqual({ name: 'prod' });
  });

  it.each([
    ['kind: Stage', 'has no ClusterConfig'],
    [CLUSTER.replace('name: cluster', 'name: all'), 'there is only one'],
    [`${CLUSTER}---\n${CLUSTER}`, 'second ClusterConfig'],
    [CLUSTER.replace('kind: Deny', 'kind: Never'), 'Never'],
    [CLUSTER.replace('glob:shop-*', 'regex:('), 'no regular expression'],
  ])('is not taken when something is wrong with it', (text, sentence) => {
    const { config, problems } = readClusterConfig({ name: 'c.yaml', text });
    expect(config).toBeUndefined();
    const said = problems.map(({ message, cure }) => `${message} ${cure}`);
    expect(said.join(' ')).toContain(sentence);
  });
});
