import { readManifests } from './read-manifests';
import { testOptions } from './__testUtils__/testOptions';
import { PROJECT, read, stage } from './__testUtils__/delivery';

describe('a definition that is right', () => {
  it('gives a project with its stages in pipeline order, whatever the order of files and documents', () => {
    const { project, problems } = readManifests(
      [
        {
          name: 'b.yaml',
          text: stage(
            'prod',
            'sources: {stages: [staging], requiredSoakTime: 1h}',
          ),
        },
        {
          name: 'a.yaml',
          text: stage('staging', 'sources: {stages: [dev]}') + stage('dev'),
        },
        { name: 'c.yaml', text: PROJECT },
      ],
      testOptions,
    );
    expect(problems).toEqual([]);
    expect(project?.stages.map(({ name }) => name)).toEqual([
      'dev',
      'staging',
      'prod',
    ]);
    expect(project?.stages[2].requestedFreight[0].sources.requiredSoakMs).toBe(
      3_600_000,
    );
    expect(project?.stages[0].promotionTemplate?.steps[0]).toEqual({
      uses: 'git-clone',
      continueOnError: false,
      retry: {},
      vars: [],
      config: { repoURL: 'https://git.acme.dev/deploy' },
    });
    expect(project?.warehouses[0]).toEqual({
      name: 'web',
      intervalMs: 300_000,
      freightCreationPolicy: 'Automatic',
      subscriptions: [
        {
          image: {
            repoURL: 'ghcr.io/acme/web',
            imageSelectionStrategy: 'SemVer',
            constraint: '^1.0.0',
            strictSemvers: true,
            allowTagsRegexes: [],
            ignoreTagsRegexes: [],
            discoveryLimit: 20,
            insecureSkipTLSVerify: false,
          },
        },
      ],
    });
  });

  it('reads promotion policies of a ProjectConfig', () => {
    const config = `---
apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: {name: shop, namespace: shop}
spec:
  promotionPolicies:
  - {stage: dev, autoPromotionEnabled: true}
  - stageSelector: {name: "glob:d*", matchLabels: {tier: test}}
`;
    expect(
      read(PROJECT + stage('dev') + config).project?.promotionPolicies,
    ).toEqual([
      { selector: { name: 'dev' }, autoPromotionEnabled: true },
      {
        selector: { name: 'glob:d*', matchLabels: { tier: 'test' } },
        autoPromotionEnabled: false,
      },
    ]);
  });

  it('reads approvals and ignores kinds of other groups', () => {
    const text = stage('dev').replace(
      'name: dev\n',
      'name: dev\n  annotations:\n    stevedore.dev/approvals: 2 of group:qa + 1 of owner, not requester, with reason\n',
    );
    const { project, problems } = read(
      `${PROJECT}${text}---\napiVersion: v1\nkind: Secret\nmetadata: {name: x}\n`,
    );
    expect(problems).toEqual([]);
    expect(project?.stages[0].approvals).toEqual([
      {
        needs: [
          { count: 2, from: 'group:default/qa' },
          { count: 1, from: 'owner' },
        ],
        excludeRequester: true,
        reasonRequired: true,
        source: 'author',
      },
    ]);
  });
});

const dev = stage('dev');
const gate = stage('gate').replace(/ {2}promotionTemplate[^]*/, '');
const step = (text: string) => PROJECT + dev + text;

/** Line and column of the last place where `part` stands; of the end for an empty one. */
function lastPlace(text: string, part: string) {
  const before = text.slice(0, text.lastIndexOf(part)).split('\n');
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

describe('what bad input gets', () => {
  it.each<
    [
      string,
      string,
      { at: string; verdict: string; says: RegExp; cure?: RegExp },
    ]
  >([
    [
      'YAML that does not parse',
      'kind: [Stage',
      { at: '', verdict: 'admission', says: /not readable as YAML/ },
    ],
    [
      'a key twice',
      'kind: Stage\nkind: Stage\n',
      { at: 'kind: Stage\n', verdict: 'admission', says: /unique/ },
    ],
    [
      'an unknown field',
      PROJECT + dev.replace('requestedFreight', 'requestedFright'),
      {
        at: 'requestedFright',
        verdict: 'admission',
        says: /no field requestedFright in spec/,
        cure: /Did you mean requestedFreight\?/,
      },
    ],
    [
      'an unknown kind',
      `${PROJECT + dev}---\napiVersion: kargo.akuity.io/v1alpha1\nkind: Stag\n`,
      {
        at: 'Stag\n',
        verdict: 'admission',
        says: /no kind Stag/,
        cure: /Stage/,
      },
    ],
    [
      'a Project with a spec, as of old',
      PROJECT.replace(
        '---',
        'spec:\n  promotionPolicies:\n  - {stage: dev, autoPromotionEnabled: true}\n---',
      ) + dev,
      {
        at: 'spec:\n  promotionPolicies',
        verdict: 'admission',
        says: /no field spec in a Project/,
        cure: /ProjectConfig named shop/,
      },
    ],
    [
      'a Git subscription without a scheme',
      `${PROJECT}  - git: {repoURL: git.acme.dev/x}\n${dev}`,
      { at: 'git.acme.dev/x', verdict: 'admission', says: /no URL of a Git/ },
    ],
    [
      'a bad range',
      PROJECT.replace('^1.0.0', 'nope') + dev,
      { at: 'nope', verdict: 'admission', says: /no version range/ },
    ],
    [
      'a bad interval',
      PROJECT.replace('spec:', 'spec:\n  interval: 1d') + dev,
      { at: '1d', verdict: 'admission', says: /no duration/ },
    ],
    [
      'a bad soak time',
      PROJECT +
        dev +
        stage('prod', 'sources: {stages: [dev], requiredSoakTime: 1d}'),
      {
        at: '1d',
        verdict: 'admission',
        says: /no duration/,
        cure: /no unit for days/,
      },
    ],
    [
      'an unknown step',
      PROJECT + dev.replace('git-clone', 'git-clon'),
      {
        at: 'git-clon',
        verdict: 'runnable',
        says: /no step git-clon\./,
        cure: /git-clone/,
      },
    ],
    [
      'a step of a later version',
      PROJECT + dev.replace('git-clone', 'helm-template'),
      { at: 'helm-template', verdict: 'runnable', says: /not available here/ },
    ],
    [
      'a missing field of a step',
      PROJECT + dev.replace('repoURL: "', 'url: "'),
      { at: '{url', verdict: 'runnable', says: /repoURL is missing/ },
    ],
    [
      'a reserved alias',
      step('        as: step-2\n'),
      { at: 'step-2', verdict: 'admission', says: /reserved/ },
    ],
    [
      'an alias twice',
      step('        as: a\n      - uses: fail\n        as: a\n'),
      { at: 'a\n', verdict: 'admission', says: /alias a already/ },
    ],
    [
      'an expression that does not parse',
      step(
        '      - uses: fail\n        config: {message: "a ${{ ctx.stage"}\n',
      ),
      { at: '${{', verdict: 'runnable', says: /does not parse/ },
    ],
    [
      'an expression with a fault inside',
      step(
        '      - uses: fail\n        config: {message: "a ${{ ctx.stage + ) }}"}\n',
      ),
      { at: ') }}', verdict: 'runnable', says: /does not parse/ },
    ],
    [
      'an unknown upstream',
      PROJECT + dev + stage('prod', 'sources: {stages: [def]}'),
      {
        at: 'def]',
        verdict: 'runnable',
        says: /no Stage def/,
        cure: /Did you mean dev\?/,
      },
    ],
    [
      'itself as upstream',
      PROJECT + stage('dev', 'sources: {direct: true, stages: [dev]}'),
      { at: 'dev]', verdict: 'runnable', says: /names itself/ },
    ],
    [
      'a missing warehouse',
      PROJECT + dev.replace('name: web', 'name: wev'),
      { at: 'wev', verdict: 'runnable', says: /no Warehouse wev/, cure: /web/ },
    ],
    [
      'no source',
      PROJECT + stage('dev', 'sources: {}'),
      { at: '{}', verdict: 'runnable', says: /never reaches dev/ },
    ],
    [
      'soak on a control-flow stage',
      PROJECT +
        gate +
        stage('prod', 'sources: {stages: [gate], requiredSoakTime: 1h}'),
      { at: '1h', verdict: 'runnable', says: /never soaks in gate/ },
    ],
    [
      'MatchUpstream with direct',
      PROJECT +
        stage(
          'dev',
          'sources: {direct: true, autoPromotionOptions: {selectionPolicy: MatchUpstream}}',
        ),
      {
        at: 'MatchUpstream',
        verdict: 'admission',
        says: /exactly one upstream/,
      },
    ],
    [
      'an origin twice',
      PROJECT +
        dev.replace(
          '  promotionTemplate',
          '  - origin: {kind: Warehouse, name: web}\n    sources: {direct: true}\n  promotionTemplate',
        ),
      { at: '{kind', verdict: 'admission', says: /requested already/ },
    ],
    [
      'a stage twice',
      PROJECT + dev + dev,
      {
        at: 'dev\n  namespace',
        verdict: 'runnable',
        says: /another Stage named dev/,
      },
    ],
    [
      'a missing template',
      step('  verification:\n    analysisTemplates: [{name: smoke}]\n'),
      { at: 'smoke', verdict: 'runnable', says: /no AnalysisTemplate smoke/ },
    ],
    [
      'inputs that do not parse',
      PROJECT +
        dev.replace(
          'name: dev\n',
          'name: dev\n  annotations: {stevedore.dev/inputs: ticket; 2nd = a}\n',
        ),
      { at: '2nd', verdict: 'runnable', says: /2nd is no name of an input/ },
    ],
    [
      'an input that is a variable, too',
      PROJECT +
        dev
          .replace(
            'name: dev\n',
            'name: dev\n  annotations: {stevedore.dev/inputs: ticket}\n',
          )
          .replace('spec:\n', 'spec:\n  vars: [{name: ticket}]\n'),
      {
        at: 'ticket}\n  namespace',
        verdict: 'runnable',
        says: /also a variable/,
      },
    ],
    [
      'approvals that do not parse',
      PROJECT +
        dev.replace(
          'name: dev\n',
          'name: dev\n  annotations: {stevedore.dev/approvals: 2 of qa}\n',
        ),
      { at: 'qa}', verdict: 'runnable', says: /owner, system-owner/ },
    ],
  ])('%s', (_, text, { at, verdict, says, cure }) => {
    const { project, problems } = read(text);
    const found = problems.find(problem => says.test(problem.message));
    expect(problems.map(({ message }) => message).join('\n')).toMatch(says);
    expect(found).toMatchObject({
      position: { file: 'delivery.yaml', ...lastPlace(text, at) },
      verdict,
      severity: 'error',
    });
    expect(project).toBeUndefined();
    expect(found?.cure).toMatch(cure ?? /\w+.*\.$/);
  });

  it('names each stage of a cycle', () => {
    const { problems } = read(
      PROJECT +
        stage('a', 'sources: {stages: [b]}') +
        stage('b', 'sources: {stages: [a]}') +
        stage('c', 'sources: {stages: [b]}'),
    );
    expect(
      problems.map(({ object, message }) => [object, /cycle/.test(message)]),
    ).toEqual([
      ['Stage/a', true],
      ['Stage/b', true],
    ]);
  });

  it('says what an empty definition lacks', () => {
    expect(read('').problems.map(({ message }) => message)).toEqual([
      'No document names the project.',
      'The definition has no Warehouse.',
      'The definition has no Stage.',
    ]);
  });
});
