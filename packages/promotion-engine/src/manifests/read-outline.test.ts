import { testOptions } from './__testUtils__/testOptions';
import { definitionOf } from './definition-of';
import { readManifests } from './read-manifests';
import { readOutline } from './read-outline';

const manifest = (kind: string, name: string, spec: string) => ({
  name: `${kind}/${name}`,
  text: `apiVersion: kargo.akuity.io/v1alpha1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
${spec}`,
});
const stage = (name: string, sources: string) =>
  manifest(
    'Stage',
    name,
    `spec:
  requestedFreight:
    - origin: { kind: Warehouse, name: images }
      sources: ${sources}
  promotionTemplate: { spec: { steps: [{ uses: no-such-step }] } }`,
  );
const files = [
  stage('dev', '{ direct: true }'),
  stage('prod', '{ stages: [dev] }'),
];

describe('the outline of what a Kargo runs', () => {
  it('is read where nothing of it could run here', () => {
    expect(readManifests(files, testOptions).project).toBeUndefined();
    const { project, problems } = readOutline(files, testOptions);
    expect(problems).toEqual([]);
    expect(project?.name).toBe('shop');
    expect(project?.stages.map(({ name }) => name)).toEqual(['dev', 'prod']);
  });

  it('is refused where a stage cannot be read, and says which', () => {
    const broken = manifest('Stage', 'qa', 'spec: { requestedFreight: 1 }');
    const { project, problems } = readOutline([...files, broken], testOptions);
    expect(project).toBeUndefined();
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'error', object: 'Stage/qa' }),
    );
  });

  it('is what an entity shows that names where it runs', () => {
    const entity = {
      ref: 'component:default/shop',
      name: 'shop',
      annotations: { 'stevedore.dev/kargo': 'eu/shop' },
    };
    const source = { kind: 'files' as const, files, runsElsewhere: true };
    const { project, problems } = definitionOf(entity, source, testOptions);
    expect(problems).toEqual([]);
    expect(project?.stages).toHaveLength(2);
    const both = {
      ...entity,
      annotations: {
        ...entity.annotations,
        'stevedore.dev/kargo-project': 'eu/shop',
      },
    };
    expect(definitionOf(both, source, testOptions).problems).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('a pipeline is written in one place'),
      }),
    ]);
  });
});
