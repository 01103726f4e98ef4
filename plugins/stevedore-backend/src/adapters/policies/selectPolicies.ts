import { Entity } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { Stage } from '@stevedore/promotion-engine';
import picomatch from 'picomatch';
import { PolicyConfig } from './policyConfig';

/** Policies of the platform that are about a stage of a component. */
export function selectPolicies(
  policies: readonly PolicyConfig[],
  stage: Pick<Stage, 'labels' | 'name'> & { target?: { stage: string } },
  entity: Entity | undefined,
): PolicyConfig[] {
  return policies
    .filter(
      policy =>
        picomatch.isMatch(stage.name, policy.stages) ||
        (stage.target !== undefined &&
          picomatch.isMatch(stage.target.stage, policy.stages)),
    )
    .filter(({ labels = {} }) =>
      Object.entries(labels).every(
        ([key, value]) =>
          Object.hasOwn(stage.labels, key) && stage.labels[key] === value,
      ),
    )
    .filter(
      ({ entities }) =>
        !entities ||
        (entity !== undefined && evaluateFilterPredicate(entities, entity)),
    );
}
