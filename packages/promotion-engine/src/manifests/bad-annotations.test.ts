import { annotationPositions } from './annotations/positions';
import { compileAnnotations } from './compile-annotations';
import { testOptions } from './__testUtils__/testOptions';
import { define, entity, FIVE } from './__testUtils__/fiveLines';

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
