import fc from 'fast-check';
import { compileAnnotations } from './compile-annotations';
import { readManifests } from './read-manifests';
import { testOptions } from './__testUtils__/testOptions';
import { define, entity, FIVE } from './__testUtils__/fiveLines';

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
