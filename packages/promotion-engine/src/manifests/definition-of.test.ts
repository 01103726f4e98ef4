import fc from 'fast-check';
import { annotationPositions } from './annotations/positions';
import { compileAnnotations } from './compile-annotations';
import { definitionOf } from './definition-of';
import { readManifests } from './read-manifests';
import { testOptions } from './__testUtils__/testOptions';

const FIVE = {
  'stevedore.dev/stages': 'dev, staging, prod',
  'stevedore.dev/image': 'ghcr.io/acme/web ^1.0.0',
  'stevedore.dev/gitops':
    'https://github.com/acme/deploy#main:apps/web/{stage}',
  'stevedore.dev/auto-promote': 'dev',
  'stevedore.dev/approvals':
    'prod = 2 of group:release-managers, not requester',
};
const entity = (annotations: Record<string, string>) => ({
  ref: 'component:default/web',
  name: 'web',
  annotations,
});
const define = (annotations: Record<string, string>) =>
  definitionOf(entity(annotations), { kind: 'annotations' }, testOptions);

describe('annotations', () => {
  it('compile five lines to a project', () => {
    const { project, problems } = define(FIVE);
    expect(problems).toEqual([]);
    expect(project).toMatchObject({
      name: 'web',
      warehouses: [
        {
          name: 'web',
          intervalMs: 300_000,
          subscriptions: [{ image: { constraint: '^1.0.0' } }],
        },
      ],
      promotionPolicies: [
        { selector: { name: 'dev' }, autoPromotionEnabled: true },
      ],
    });
    expect(
      project?.stages.map(({ name, requestedFreight: [{ sources }] }) => [
        name,
        sources.direct,
        sources.stages,
      ]),
    ).toEqual([
      ['dev', true, []],
      ['staging', false, ['dev']],
      ['prod', false, ['staging']],
    ]);
    expect(project?.stages[2].approvals).toEqual([
      {
        needs: [{ count: 2, from: 'group:default/release-managers' }],
        excludeRequester: true,
        reasonRequired: false,
        source: 'author',
      },
    ]);
    expect(
      project?.stages[0].promotionTemplate?.steps.map(step =>
        'uses' in step ? [step.uses, step.config] : [],
      ),
    ).toEqual([
      [
        'git-clone',
        {
          repoURL: 'https://github.com/acme/deploy',
          checkout: [{ branch: 'main', path: './src' }],
        },
      ],
      [
        'kustomize-set-image',
        {
          path: './src/apps/web/dev',
          images: [
            {
              image: 'ghcr.io/acme/web',
              tag: '${{ quote(imageFrom("ghcr.io/acme/web").Tag) }}',
            },
          ],
        },
      ],
      [
        'git-commit',
        {
          path: './src',
          message:
            '${{ ctx.stage }}: web ${{ imageFrom("ghcr.io/acme/web").Tag }}',
        },
      ],
      ['git-push', { path: './src' }],
    ]);
  });

  it('compile fans, soak, updates, intervals and checks', () => {
    const { project, problems } = define({
      ...FIVE,
      'stevedore.dev/stages': 'dev, eu < dev, us < dev, prod < eu + us',
      'stevedore.dev/soak': 'prod = 1h',
      'stevedore.dev/interval': '2s',
      'stevedore.dev/update': 'values-{stage}.yaml:image.tag',
      'stevedore.dev/verify':
        'http://localhost:8080/{stage}/version $.version within 1m every 2s',
    });
    expect(problems).toEqual([]);
    expect(project?.warehouses[0].intervalMs).toBe(2_000);
    expect(project?.stages[3].requestedFreight[0].sources).toEqual({
      direct: false,
      stages: ['eu', 'us'],
      requiredSoakMs: 3_600_000,
      availabilityStrategy: 'All',
      selectionPolicy: 'NewestFreight',
    });
    expect(project?.stages[1].promotionTemplate?.steps[1]).toMatchObject({
      uses: 'yaml-update',
      config: {
        path: './src/apps/web/eu/values-eu.yaml',
        updates: [{ key: 'image.tag' }],
      },
    });
    expect(project?.stages[1].verification).toEqual({
      analysisTemplates: [{ kind: 'AnalysisTemplate', name: 'verify' }],
      args: [
        {
          name: 'version',
          value: '${{ quote(imageFrom("ghcr.io/acme/web").Tag) }}',
        },
        { name: 'stage', value: 'eu' },
      ],
    });
    expect(project?.analysisTemplates).toEqual([
      {
        kind: 'AnalysisTemplate',
        name: 'verify',
        args: [{ name: 'version' }, { name: 'stage' }],
        metrics: [
          {
            name: 'version',
            count: 30,
            withinMs: 60_000,
            intervalMs: 2_000,
            initialDelayMs: 0,
            successCondition: 'result == "{{args.version}}"',
            failureLimit: -1,
            inconclusiveLimit: 0,
            consecutiveErrorLimit: 30,
            consecutiveSuccessLimit: 1,
            provider: {
              id: 'web',
              config: {
                url: 'http://localhost:8080/{{args.stage}}/version',
                jsonPath: '{$.version}',
              },
            },
          },
        ],
      },
    ]);
  });

  it('write nothing for an entity that has none', () => {
    expect(define({ 'backstage.io/owner': 'x' })).toEqual({ problems: [] });
    expect(
      define({ 'stevedore.dev/project': 'component:default/shop' }),
    ).toEqual({ problems: [] });
  });
});

describe('what a bad annotation gets', () => {
  it.each<
    [
      string,
      string,
      string,
      { at?: string; says: RegExp; cure: RegExp; severity?: string },
    ]
  >([
    [
      'an unknown stage to promote',
      'auto-promote',
      'dev, prodd',
      {
        at: 'prodd',
        says: /no stage prodd/,
        cure: /Did you mean prod\? Known here: dev, staging, prod\./,
      },
    ],
    [
      'an unknown stage to approve',
      'approvals',
      'qa = 1 of owner',
      { at: 'qa', says: /no stage qa/, cure: /dev, staging, prod/ },
    ],
    [
      'an unknown stage to soak',
      'soak',
      'prod = 1h; qa = 1h',
      { at: 'qa', says: /no stage qa/, cure: /dev/ },
    ],
    [
      'an unknown stage to verify',
      'verify',
      'qa = http://x/ $.v',
      { at: 'qa', says: /no stage qa/, cure: /dev/ },
    ],
    [
      'an unknown source',
      'stages',
      'dev, staging, prod < stagin',
      { at: 'stagin', says: /no stage stagin/, cure: /staging/ },
    ],
    [
      'a cycle',
      'stages',
      'dev < prod, staging, prod',
      { at: 'dev', says: /waits for itself/, cure: /sources/ },
    ],
    [
      'a stage twice',
      'stages',
      'dev, staging, prod, dev',
      { at: 'dev', says: /listed twice/, cure: /Remove/ },
    ],
    [
      'a name in capitals',
      'stages',
      'dev, Prod',
      {
        at: 'Prod',
        says: /name of a stage is expected, not "Prod"/,
        cure: /lower-case/,
      },
    ],
    [
      'nobody who approves',
      'approvals',
      'prod = 2 of release-managers',
      {
        at: 'release-managers',
        says: /owner, system-owner/,
        cure: /2 of group/,
      },
    ],
    [
      'one person twice',
      'approvals',
      'prod = 2 of user:ada',
      { at: '2', says: /cannot approve 2 times/, cure: /group/ },
    ],
    [
      'an unknown condition',
      'approvals',
      'prod = 1 of owner, not me',
      { at: 'not me', says: /not requester/, cure: /with reason/ },
    ],
    [
      'a bad range',
      'image',
      'ghcr.io/acme/web nope',
      { at: 'nope', says: /no version range/, cure: /\^1\.0\.0/ },
    ],
    [
      'a scheme before the image',
      'image',
      'https://ghcr.io/acme/web',
      { at: 'https', says: /no image repository/, cure: /without https/ },
    ],
    [
      'two images, one update',
      'update',
      'web = v.yaml:tag; api = v.yaml:api',
      { at: 'api =', says: /no image api/, cure: /web/ },
    ],
    [
      'no branch',
      'gitops',
      'https://github.com/acme/deploy',
      { at: '', says: /"#" and a branch/, cure: /#main/ },
    ],
    [
      'a path that leaves',
      'gitops',
      'https://github.com/acme/deploy#main:../{stage}',
      { at: '../', says: /leaves the working tree/, cure: /without \.\./ },
    ],
    [
      'a .git in a path',
      'update',
      '.GIT/config:core',
      { at: '.GIT', says: /leaves the working tree/, cure: /\.git/ },
    ],
    [
      'one directory for all',
      'gitops',
      'https://github.com/acme/deploy#main:apps',
      {
        at: 'apps',
        says: /write the same files/,
        cure: /\{stage\}/,
        severity: 'warning',
      },
    ],
    [
      'days',
      'soak',
      'prod = 1d',
      { at: '1d', says: /duration is expected/, cure: /no unit for days/ },
    ],
    [
      'soak in front',
      'soak',
      'dev = 1h',
      { at: 'dev', says: /nothing soaks/, cure: /later stage/ },
    ],
    [
      'a bad interval',
      'interval',
      '0s',
      { at: '0s', says: /above zero/, cure: /30s/ },
    ],
    [
      'an unknown annotation',
      'aprovals',
      'prod = 1 of owner',
      {
        says: /no such annotation/,
        cure: /Did you mean stevedore.dev\/approvals/,
        severity: 'warning',
      },
    ],
    [
      'two ways at once',
      'pipeline',
      './delivery/',
      { says: /excludes stevedore.dev\/stages/, cure: /Remove/ },
    ],
  ])('%s', (...[, name, value, { at, says, cure, severity }]) => {
    const annotations: Record<string, string> = {
      ...FIVE,
      [`stevedore.dev/${name}`]: value,
    };
    const lines = Object.entries(annotations).map(
      ([key, text]) => `    ${key}: "${text}"`,
    );
    const file = [
      'kind: Component',
      'metadata:',
      '  name: web',
      '  annotations:',
      ...lines,
    ].join('\n');
    const positions = annotationPositions(file, 'catalog-info.yaml')[
      'component:default/web'
    ];
    const { problems } = compileAnnotations(
      entity(annotations),
      positions,
      testOptions,
    );
    const found = problems.find(({ message }) => says.test(message));
    expect(problems.map(({ message }) => message).join('\n')).toMatch(says);
    expect(found).toMatchObject({
      severity: severity ?? 'error',
      cure: expect.stringMatching(cure),
    });
    const line = lines.findIndex(text =>
      text.includes(`stevedore.dev/${name}: `),
    );
    const part = at === '' ? '"' : at ?? 'stevedore.dev';
    expect(found?.position).toEqual({
      file: 'catalog-info.yaml',
      line: line + 5,
      column: lines[line].lastIndexOf(part) + 1,
    });
  });

  it('says what a pipeline needs too', () => {
    expect(
      define({ 'stevedore.dev/stages': 'dev' }).problems.map(
        ({ message }) => message,
      ),
    ).toEqual([
      'stevedore.dev/stages: A pipeline needs stevedore.dev/image too.',
      'stevedore.dev/stages: A pipeline needs stevedore.dev/gitops too.',
    ]);
  });

  it('points into block scalars and at the entity that is meant', () => {
    const text = `kind: Component
metadata: {name: other}
---
kind: Component
metadata:
  name: web
  annotations:
    stevedore.dev/approvals: |
      staging = 1 of owner
      prod = 1 of nobody
`;
    const positions = annotationPositions(text, 'c.yaml');
    expect(Object.keys(positions)).toEqual(['component:default/web']);
    const { problems } = compileAnnotations(
      entity({
        ...FIVE,
        'stevedore.dev/approvals': 'staging = 1 of owner\nprod = 1 of nobody\n',
      }),
      positions['component:default/web'],
    );
    expect(problems[0].position).toEqual({
      file: 'c.yaml',
      line: 10,
      column: 19,
    });
  });
});

describe('properties', () => {
  const key = fc.constantFrom(
    ...Object.keys(FIVE),
    'stevedore.dev/update',
    'stevedore.dev/verify',
    'stevedore.dev/soak',
    'stevedore.dev/interval',
  );
  const word = fc.constantFrom(
    'dev',
    'prod',
    'staging',
    ',',
    ';',
    '=',
    '<',
    '+',
    '|',
    '1 of owner',
    '2s',
    'ghcr.io/acme/api',
    '{stage}',
    '#main:',
    'https://h/x',
    '$.v',
    '\n',
    'a.yaml:b',
    'within',
    '^1.0',
    'y',
    '1.10',
  );
  const value = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 8 }).map(words => words.join(' ')),
  );

  it('never throws, and what compiles without errors reads back to the same project', () => {
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 3 }), changed => {
        const { project, manifests, problems } = define({
          ...FIVE,
          ...changed,
        });
        const failed = problems.some(({ severity }) => severity === 'error');
        expect(project === undefined).toBe(failed);
        const compiled = compileAnnotations(
          entity({ ...FIVE, ...changed }),
          undefined,
          testOptions,
        );
        expect(
          compiled.problems.some(({ severity }) => severity === 'error'),
        ).toBe(failed);
        const files = (manifests ?? '')
          .split(/^---\n/m)
          .map((text, index) => ({ name: `${index}.yaml`, text }));
        expect(readManifests(files.reverse(), testOptions).project).toEqual(
          project,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text without throwing', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .array(
          fc.constantFrom(
            'kind: Stage\n',
            'apiVersion: kargo.akuity.io/v1alpha1\n',
            'spec:\n',
            '  requestedFreight: [{}]\n',
            '---\n',
            'metadata: {name: a}\n',
            '&a [*a]\n',
            '- x\n',
            '\t',
          ),
          { maxLength: 10 },
        )
        .map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(text, content => {
        const { project, problems } = readManifests(
          [{ name: 'x.yaml', text: content }],
          testOptions,
        );
        expect(project).toBeUndefined();
        expect(problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
