import { waitedFor } from './waitedFor';

const wait = (...workloads: unknown[]) => ({
  uses: 'rollout-wait',
  config: { workloads },
});

describe('waitedFor', () => {
  it('is what a step found, once it has', () => {
    const objects = [
      { cluster: 'eu', namespace: 'shop', name: 'web', kind: 'Rollout' },
      { cluster: 'eu', namespace: 'shop', name: 'db', kind: 'StatefulSet' },
    ];
    expect(
      waitedFor([
        {
          ...wait({ kind: 'Rollout', namespace: 'other', name: 'x' }),
          intent: { objects },
        },
      ]),
    ).toEqual([{ cluster: 'eu', namespace: 'shop', name: 'web' }]);
  });

  it('is what stands in its configuration before, as far as that needs no evaluation', () => {
    expect(
      waitedFor([
        { uses: 'git-push', config: {} },
        wait(
          {
            kind: 'Rollout',
            namespace: 'shop',
            name: 'web',
            images: ['${{ x }}'],
          },
          { kind: 'Rollout', namespace: 'shop', matchLabels: { app: 'web' } },
          { kind: 'Rollout', namespace: '${{ ctx.stage }}', name: 'web' },
          { namespace: 'shop', name: 'deployment' },
        ),
        { uses: 'rollout-wait', config: { workloads: '${{ vars.all }}' } },
      ]),
    ).toEqual([
      { kind: 'Rollout', namespace: 'shop', name: 'web' },
      { kind: 'Rollout', namespace: 'shop', matchLabels: { app: 'web' } },
    ]);
  });
});
