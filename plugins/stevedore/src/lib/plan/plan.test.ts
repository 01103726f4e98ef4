import { FreightSummary } from '@stevedore/plugin-stevedore-common';
import { freightSummary } from '../../fixtures/pipeline';
import {
  freightChange,
  gate,
  plan,
  planDiff,
  TAG_DIFF,
} from '../../fixtures/promotion';
import { changeSentence, commitLines, versionChanges } from './changeLines';
import { gateLines } from './gateLines';
import { planDifferences } from './planDifferences';
import { plannedSteps } from './planSteps';
import { changesNothing, planTargets } from './planTargets';

describe('steps', () => {
  it('say what they would do, and what is known only later', () => {
    const outcomes = [
      { alias: 'push', uses: 'git-push', status: 'planned' },
      {
        alias: 'wait',
        uses: 'argocd-wait',
        status: 'unknown',
        message: 'known only after push',
      },
      { alias: 'new', uses: 'x', status: 'Invented' },
    ];
    expect(
      plannedSteps({ ...plan(), outcomes }).map(
        ({ badge, sentence }) => `${badge.word}: ${sentence}`,
      ),
    ).toEqual([
      'would run: pushes 1 file to main of https://github.com/acme/deploy',
      'not known yet: known only after push',
      'Invented: undefined',
    ]);
  });
});

describe('targets', () => {
  it('give each branch its own files', () => {
    const [target] = planTargets(plan());
    expect(target).toMatchObject({
      target: 'main of https://github.com/acme/deploy',
      diffs: [{ added: 1, removed: 1 }],
      unknown: false,
    });
  });

  it('keep names alone where contents are hidden', () => {
    const [target] = planTargets({ ...plan(), diffs: undefined });
    expect([target.diffs, target.paths.length]).toEqual([undefined, 1]);
  });

  it.each([
    [{}, false],
    [{ effects: [] }, true],
    [{ effects: [], problem: 'clone: no such branch' }, false],
  ])('knows with %j whether it changes nothing', (changes, nothing) => {
    expect(changesNothing({ ...plan(), ...changes })).toBe(nothing);
  });
});

describe('differences', () => {
  const other = planDiff({ path: 'b.yaml' });
  it.each([
    ['the same', plan(), []],
    [
      'another place of the same change',
      plan({
        diffs: [
          planDiff({ text: TAG_DIFF.replace('@@ -4,5 +4,5', '@@ -9,5 +9,5') }),
        ],
      }),
      [],
    ],
    [
      'another content',
      plan({ diffs: [planDiff({ text: TAG_DIFF.replace('1.4.2', '1.4.3') })] }),
      ['writes apps/web/prod/kustomization.yaml (push) otherwise'],
    ],
    [
      'one more file',
      plan({ diffs: [planDiff(), other] }),
      ['now also writes b.yaml (push)'],
    ],
    [
      'another file',
      plan({ diffs: [other] }),
      [
        'no longer writes apps/web/prod/kustomization.yaml (push)',
        'now also writes b.yaml (push)',
      ],
    ],
    [
      'a problem',
      plan({ problem: 'edit: no such image' }),
      ['would fail now: edit: no such image'],
    ],
  ])('tells %s', (_, after, sentences) => {
    expect(planDifferences(plan(), after)).toEqual(sentences);
  });
});

describe('gates', () => {
  it('stand in the way first, and say who can clear them', () => {
    const lines = gateLines([
      gate(),
      gate({
        gate: 'queue',
        status: 'waiting',
        sentence: 'another promotion runs',
        clearedBy: ['time'],
      }),
      gate({
        gate: 'definition',
        status: 'blocked',
        sentence: 'the pipeline of component:default/web is paused',
        clearedBy: ['group:default/team-web', 'time'],
        evidence: { paused: true, by: 'ada' },
      }),
    ]);
    expect(
      lines.map(({ badge, sentence, clearedBy }) => [
        badge.word,
        sentence,
        clearedBy,
      ]),
    ).toEqual([
      ['waits', 'Another promotion runs.', 'Clears by itself.'],
      [
        'closed',
        'The pipeline of web (component) is paused.',
        'Can be cleared by team-web, or by itself.',
      ],
      ['open', 'Verified in staging.', undefined],
    ]);
    expect(lines[1].evidence).toEqual([
      { name: 'paused', value: 'true' },
      { name: 'by', value: 'ada' },
    ]);
  });
});

describe('change', () => {
  it.each([
    ['first', 0, 'Nothing of this warehouse is here yet.'],
    ['same', 0, 'This is what is here already.'],
    ['forward', 0, undefined],
    ['forward', 1, '1 other version lies between; what is in them comes too.'],
    ['back', 0, 'This goes back to an older version.'],
    [
      'back',
      2,
      'This goes back to an older version; 2 other versions lie between.',
    ],
  ] as const)('says of %s over %i', (direction, n, sentence) => {
    const between = Array.from({ length: n }, () => freightSummary('1.4.1'));
    expect(changeSentence({ direction, between })).toBe(sentence);
  });

  it('sets versions beside each other, also those that come or stay alone', () => {
    const chart = {
      kind: 'chart' as const,
      source: 'oci://charts/web',
      version: '2.0.0',
    };
    const [image] = freightSummary('1.4.2').versions;
    expect(
      versionChanges(
        freightChange({
          freight: freightSummary('1.4.2', { versions: [image, chart] }),
        }),
      ),
    ).toEqual([
      { source: 'ghcr.io/acme/web', from: '1.4.0', to: '1.4.2' },
      { source: 'oci://charts/web', from: undefined, to: '2.0.0' },
    ]);
  });

  const commit = (n: number): FreightSummary => {
    const id = `${n}`.repeat(40);
    return freightSummary(`${n}`, {
      name: `f${n}`,
      versions: [
        {
          kind: 'commit',
          source: 'https://github.com/acme/web',
          version: id,
          digest: id,
          message: `Title ${n}\n\nmore`,
          author: 'Ada',
        },
      ],
    });
  };
  it.each([
    ['forward', [3, 2, 1], ['Title 3', 'Title 2']],
    ['back', [1, 2, 3], ['Title 3', 'Title 2']],
    ['same', [1, 1, 1], []],
  ] as const)(
    'lists the commits of going %s',
    (direction, [to, mid, from], titles) => {
      const lines = commitLines({
        direction,
        freight: commit(to),
        from: [commit(from)],
        between: [commit(mid)],
      });
      expect(lines.map(each => each.title)).toEqual(titles);
    },
  );
});
