import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import {
  hasPipeline,
  StevedoreAnnotation,
} from '@stevedore/plugin-stevedore-common';
import { couldHavePipeline, hasPipelineAnnotation } from './entityFilters';

function entity(kind: string, annotations: Record<string, string> = {}) {
  return { kind, metadata: { name: 'web', annotations } };
}

it.each([undefined, ...Object.values(StevedoreAnnotation)])(
  'says as the old system’s condition does who has a pipeline: %s',
  name => {
    const system = entity('System', name ? { [name]: 'x' } : {});
    expect(evaluateFilterPredicate(hasPipelineAnnotation, system)).toBe(
      hasPipeline(system),
    );
  },
);

it('offers a pipeline to components only', () => {
  const could = (value: object) =>
    evaluateFilterPredicate(couldHavePipeline, value as any);
  expect(could(entity('Component'))).toBe(true);
  expect(could(entity('Group'))).toBe(false);
  expect(could(entity('Group', { 'stevedore.dev/project': 'x' }))).toBe(true);
});
