import fc from 'fast-check';
import { Discovered } from '../../model/discovery';
import { artifactsOf } from './artifactsOf';
import { conditionsOf, failedConditions } from './conditionsOf';
import { versionsSince } from './versionsSince';

const image = (tag: string) => ({
  tag,
  digest: `sha256:${tag}`,
  annotations: {},
});
const commit = (id: string, tag?: string) => ({
  id,
  tag,
  subject: `s${id}`,
  author: 'Ann <a@x>',
  committer: 'Bob <b@x>',
  creatorDate: '2026-01-01T00:00:00Z',
});

function discovered(found: {
  images?: string[];
  commits?: string[];
  charts?: string[];
}): Discovered {
  const { images, commits, charts } = found;
  return {
    git: commits
      ? [{ repoURL: 'https://git/x', commits: commits.map(id => commit(id)) }]
      : [],
    images: images
      ? [{ repoURL: 'ghcr.io/x', references: images.map(image) }]
      : [],
    charts: charts
      ? [{ repoURL: 'https://charts', name: 'web', versions: charts }]
      : [],
  };
}

const newest = (states: Discovered[]) =>
  states.map(state => {
    const { commits, images, charts } = artifactsOf(state)!;
    return [
      ...images.map(({ tag }) => tag),
      ...commits.map(({ id }) => id),
      ...charts.map(({ version }) => version),
    ].join(' ');
  });

describe('freight of a discovery', () => {
  it('holds the best of each subscription', () => {
    const found = discovered({
      images: ['2', '1'],
      commits: ['b', 'a'],
      charts: ['1.1', '1.0'],
    });
    expect(artifactsOf(found)).toEqual({
      images: [
        { repoURL: 'ghcr.io/x', tag: '2', digest: 'sha256:2', annotations: {} },
      ],
      commits: [
        {
          repoURL: 'https://git/x',
          id: 'b',
          message: 'sb',
          author: 'Ann <a@x>',
          committer: 'Bob <b@x>',
        },
      ],
      charts: [{ repoURL: 'https://charts', name: 'web', version: '1.1' }],
      artifacts: [],
    });
  });

  it.each([[{}], [{ images: [] }], [{ images: ['1'], charts: [] }]])(
    'is not made of %j',
    found => {
      expect(artifactsOf(discovered(found))).toBeUndefined();
    },
  );
});

describe('every version', () => {
  it.each([
    ['the first time only the newest', undefined, ['3', '2', '1'], ['3']],
    ['nothing new: the newest again', ['2', '1'], ['2', '1'], ['2']],
    [
      'what came in between, oldest first',
      ['1'],
      ['4', '3', '2', '1'],
      ['2', '3', '4'],
    ],
    ['nothing below the newest of before', ['3'], ['4', '3', '2'], ['4']],
    [
      'everything, when the newest of before has gone',
      ['9'],
      ['3', '2'],
      ['2', '3'],
    ],
    ['the newest, when there was nothing before', [], ['3', '2'], ['3']],
    ['the newest, when versions were taken back', ['3', '2'], ['2'], ['2']],
  ])('%s', (_, before, now, expected) => {
    const previous = before && discovered({ images: before });
    expect(
      newest(versionsSince(previous, discovered({ images: now }))),
    ).toEqual(expected);
  });

  it('changes one subscription at a time', () => {
    const previous = discovered({ images: ['1'], charts: ['1.0'] });
    const current = discovered({
      images: ['3', '2', '1'],
      charts: ['1.1', '1.0'],
    });
    expect(newest(versionsSince(previous, current))).toEqual([
      '2 1.0',
      '3 1.0',
      '3 1.1',
    ]);
  });

  it('begins anew when the subscriptions are others', () => {
    const previous = discovered({ images: ['1'] });
    const current = discovered({ images: ['3', '2', '1'], charts: ['1.0'] });
    expect(newest(versionsSince(previous, current))).toEqual(['3 1.0']);
  });

  it('always ends with what was discovered, and has no version twice', () => {
    const tags = fc.uniqueArray(fc.integer({ min: 0, max: 20 }).map(String));
    fc.assert(
      fc.property(tags, tags, (before, now) => {
        const current = discovered({ images: now });
        const states = versionsSince(discovered({ images: before }), current);
        expect(states[states.length - 1]).toBe(current);
        const complete = states.filter(state => artifactsOf(state));
        expect(new Set(newest(complete)).size).toBe(complete.length);
      }),
    );
  });
});

describe('conditions', () => {
  const found = discovered({ images: ['2', '1'], commits: ['a'] });
  const texts = (list: ReturnType<typeof conditionsOf>) =>
    list.map(({ type, status, reason }) => `${type} ${status} ${reason}`);

  it.each([
    [discovered({ images: [] }), 'NoImageReferencesDiscovered'],
    [discovered({ commits: [] }), 'NoCommitsDiscovered'],
    [discovered({ charts: [] }), 'NoChartVersionsDiscovered'],
  ])('name what was not found', (nothing, reason) => {
    expect(texts(conditionsOf(nothing))).toEqual([
      `Healthy False ${reason}`,
      `Ready False ${reason}`,
    ]);
  });

  it.each([
    [
      { kind: 'created' as const, names: ['f1'] },
      [
        'FreightCreationCriteriaSatisfied True CriteriaSatisfied',
        'FreightCreated True NewFreight',
      ],
    ],
    [
      { kind: 'exists' as const, name: 'f1' },
      [
        'FreightCreationCriteriaSatisfied True CriteriaSatisfied',
        'FreightCreated False AlreadyExists',
      ],
    ],
    [
      { kind: 'unsatisfied' as const, expression: 'false' },
      [
        'FreightCreationCriteriaSatisfied False CriteriaNotSatisfied',
        'FreightCreated False AwaitingFreightCreation',
      ],
    ],
    [
      { kind: 'manual' as const },
      ['FreightCreated False AwaitingFreightCreation'],
    ],
  ])('say what became of it: %j', (outcome, expected) => {
    expect(texts(conditionsOf(found, outcome))).toEqual([
      'Healthy True ArtifactsDiscovered',
      'Ready True ArtifactsDiscovered',
      ...expected,
    ]);
  });

  it('are bad when the criteria cannot be evaluated, or nobody answers', () => {
    const outcome = { kind: 'criteriaFailed' as const, message: 'no' };
    expect(texts(conditionsOf(found, outcome))[0]).toBe(
      'Healthy False CriteriaEvaluationFailed',
    );
    expect(texts(failedConditions('no'))).toEqual([
      'Healthy False DiscoveryFailed',
      'Ready False DiscoveryFailure',
    ]);
  });

  it('count what was found', () => {
    expect(conditionsOf(found)[0].message).toBe(
      'Discovered 1 commits, 2 images.',
    );
  });
});
