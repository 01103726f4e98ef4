import { FluxObject } from './fluxKinds';
import { judgeFlux } from './judgeFlux';

const ready = (
  status: 'True' | 'False' | 'Unknown',
  reason = 'x',
): NonNullable<FluxObject['status']> => ({
  observedGeneration: 2,
  conditions: [{ type: 'Ready', status, reason, message: 'so it is' }],
});

const object = (
  status: FluxObject['status'],
  spec: FluxObject['spec'] = {},
): FluxObject => ({
  metadata: { name: 'web', namespace: 'flux-system', generation: 2 },
  spec,
  status,
});

describe('judgeFlux', () => {
  it.each<[string, FluxObject, string]>([
    ['it is ready', object(ready('True')), 'ready'],
    ['it says nothing', object(undefined), 'waiting'],
    [
      'what it says is older than what it is to be',
      object({ ...ready('True'), observedGeneration: 1 }),
      'waiting',
    ],
    ['it is under way', object(ready('Unknown')), 'waiting'],
    ['it failed', object(ready('False', 'BuildFailed')), 'broken'],
    [
      'what it needs is not there yet',
      object(ready('False', 'DependencyNotReady')),
      'waiting',
    ],
    [
      'it gave up',
      object({
        ...ready('False', 'Progressing'),
        conditions: [
          ...ready('False', 'Progressing').conditions!,
          { type: 'Stalled', status: 'True', message: 'no more' },
        ],
      }),
      'broken',
    ],
    ['it is suspended', object(ready('True'), { suspend: true }), 'suspended'],
  ])('%s', (_, judged, status) => {
    expect(judgeFlux(judged).status).toBe(status);
  });

  it.each<[string, FluxObject['status'], string, boolean]>([
    ['a commit', { lastAppliedRevision: 'main@sha1:abc' }, 'abc', true],
    ['another commit', { lastAppliedRevision: 'main@sha1:abd' }, 'abc', false],
    ['a branch', { lastAppliedRevision: 'a@b@sha1:abc' }, 'a@b', true],
    [
      'all of it',
      { artifact: { revision: 'v1@sha256:f' } },
      'v1@sha256:f',
      true,
    ],
    ['a tag', { artifact: { revision: '1.2@sha256:f' } }, '1.2', true],
    ['a digest', { artifact: { revision: '1.2@sha256:f' } }, 'sha256:f', true],
    ['only a digest', { artifact: { revision: 'sha256:f' } }, 'sha256:f', true],
    ['a chart', { history: [{ chartVersion: '1.2.3' }] }, '1.2.3', true],
    ['an old chart', { history: [{ chartVersion: '1.2.2' }] }, '1.2.3', false],
    ['nothing', {}, 'abc', false],
  ])('takes %s for what it is', (_, status, revision, is) => {
    const judged = judgeFlux(object({ ...ready('True'), ...status }), revision);
    expect(judged.status).toBe(is ? 'ready' : 'waiting');
  });
});
