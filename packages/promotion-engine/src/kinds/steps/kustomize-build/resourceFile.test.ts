import { Resource, resourceFiles } from './resourceFile';

function resource(over: Partial<Resource>): Resource {
  const base = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  return { ...base, namespace: '', text: 'x', ...over };
}
const namespace = { apiVersion: 'v1', kind: 'Namespace', name: 'dev' };

describe('files of resources', () => {
  it.each([
    [[{}], ['deployment-web.yaml'], ['apps_v1_deployment_web.yaml']],
    [
      [{ namespace: 'dev' }, namespace],
      ['dev-deployment-web.yaml', 'namespace-dev.yaml'],
      // one namespace is no reason to name it
      ['apps_v1_deployment_web.yaml', 'v1_namespace_dev.yaml'],
    ],
    [
      [{ namespace: 'dev' }, { name: 'API' }, namespace],
      ['dev-deployment-web.yaml', 'deployment-api.yaml', 'namespace-dev.yaml'],
      [
        'dev_apps_v1_deployment_web.yaml',
        'default_apps_v1_deployment_api.yaml',
        'v1_namespace_dev.yaml',
      ],
    ],
    [
      [
        {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRole',
          name: 'system:x',
        },
      ],
      ['clusterrole-system:x.yaml'],
      ['rbac.authorization.k8s.io_v1_clusterrole_system:x.yaml'],
    ],
  ])('%j', (resources, kargo, kustomize) => {
    const all = resources.map(resource);
    expect([...resourceFiles(all, 'kargo').keys()]).toEqual(kargo);
    expect([...resourceFiles(all, 'kustomize').keys()]).toEqual(kustomize);
  });

  it('are refused where the name is none, and where two would be one', () => {
    expect(() =>
      resourceFiles([resource({ name: 'a/../b' })], 'kargo'),
    ).toThrow('Deployment "a/../b" has a name that no file can have');
    expect(() =>
      resourceFiles([resource({}), resource({ name: 'WEB' })], 'kargo'),
    ).toThrow('would both be written to deployment-web.yaml');
  });
});
