import { testOptions } from '../__testUtils__/testOptions';
import { compileAnnotations } from '../compile-annotations';
import { readManifests } from '../read-manifests';

const compile = (rollouts: string) =>
  compileAnnotations(
    {
      ...{ ref: 'component:default/web', name: 'web' },
      annotations: {
        'stevedore.dev/stages': 'dev, prod',
        'stevedore.dev/image': 'ghcr.io/acme/web ^1.0.0',
        'stevedore.dev/gitops': 'https://github.com/acme/deploy#main:{stage}',
        'stevedore.dev/rollouts': rollouts,
      },
    },
    undefined,
    testOptions,
  );

it('names the Rollouts of each stage', () => {
  const { manifests, problems } = compile(
    'web-{stage}/web; prod = eu/shop/web, us/shop/web',
  );
  expect(problems).toEqual([]);
  const read = readManifests([{ name: 'a', text: manifests! }], testOptions);
  expect(read.problems).toEqual([]);
  expect(read.project!.stages.map(({ rollouts }) => rollouts)).toEqual([
    [{ namespace: 'web-dev', name: 'web' }],
    [
      { namespace: 'web-prod', name: 'web' },
      { cluster: 'eu', namespace: 'shop', name: 'web' },
      { cluster: 'us', namespace: 'shop', name: 'web' },
    ],
  ]);
});

it.each([
  ['live = shop/web', 'There is no stage live'],
  ['prod = web', 'a Rollout is expected'],
  ['shop/web, a/b/c/d', 'a Rollout is expected'],
  ['shop/web; prod = shop/web', 'shop/web stands here twice'],
  ['shop/-', '"shop/-" names no Rollout'],
])('refuses %s', (text, message) => {
  expect(compile(text).problems).toContainEqual(
    expect.objectContaining({ message: expect.stringContaining(message) }),
  );
});
