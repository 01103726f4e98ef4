import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { UnmappedTarget } from '@stevedore/plugin-stevedore-node';
import { EntityAnnotation } from '@stevedore/promotion-engine';
import picomatch from 'picomatch';
import { ENTITY, targetOf } from '../projectTarget';

/** A rule of the platform: whose pipeline the projects of a cluster are. */
export interface ProjectRule {
  cluster: string;
  /** `beside`: the Kargo there runs them; `definitions`: they are only defined there. */
  mode: 'beside' | 'definitions';
  /** Glob over the names of projects. */
  match: string;
  /** A label that the namespace of the project must have; its value is `{label}`. */
  label?: string;
  /** Entity ref, with `{project}` and `{label}`. */
  entity: string;
}

export interface SeenProject {
  cluster: string;
  name: string;
  /** Of its namespace. */
  labels: Readonly<Record<string, string>>;
}

export type MappedProject =
  | { mode: ProjectRule['mode']; entityRef: string }
  /** Why it is for none. */
  | Pick<UnmappedTarget, 'cure' | 'reason'>;

/** The first rule that is about a project decides. */
export function mapProject(
  rules: readonly ProjectRule[],
  project: SeenProject,
): MappedProject {
  const { cluster, name, labels } = project;
  const rule = rules.find(
    each =>
      each.cluster === cluster &&
      picomatch.isMatch(name, each.match) &&
      (each.label === undefined || Object.hasOwn(labels, each.label)),
  );
  if (!rule)
    return {
      reason: 'no rule of stevedore.kubernetes.kargo.projects is about it',
      cure: `Add a rule there. Or give a component the annotation ${
        EntityAnnotation.kargo
      }: ${targetOf({
        cluster,
        project: name,
      })}, and the Project ${ENTITY} with that component.`,
    };
  const text = rule.entity
    .replaceAll('{project}', name)
    .replaceAll('{label}', rule.label ? labels[rule.label] : '');
  try {
    const parsed = parseEntityRef(text, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
    return { mode: rule.mode, entityRef: stringifyEntityRef(parsed) };
  } catch {
    return {
      reason: `its rule makes "${text}" of it, which is no reference to an entity`,
      cure: 'Correct entity of that rule, such as component:default/{project}.',
    };
  }
}
