import { Entity } from '@backstage/catalog-model';
import { UnmappedTarget } from '@stevedore/plugin-stevedore-node';

/** What a rule of the platform makes of a target of a place of definitions. */
export interface Mapped {
  annotation: string;
  target: string;
  entityRef: string;
}

/**
 * Entities as if they had the annotation, and those targets that no entity gets after all.
 *
 * @param items what the catalog has, in the order of `mapped`
 */
export function resolveMapped(
  mapped: readonly Mapped[],
  items: readonly (Entity | undefined)[],
): { entities: Entity[]; refused: UnmappedTarget[] } {
  const refused: UnmappedTarget[] = [];
  const taken = new Map<string, string>();
  const entities = mapped.flatMap((each, index) => {
    const { annotation, entityRef, target } = each;
    const entity = items[index];
    const first = taken.get(entityRef);
    taken.set(entityRef, first ?? target);
    if (entity && first === undefined)
      return [withAnnotation(entity, { annotation, target })];
    const rule = `rules make it the pipeline of ${entityRef}`;
    refused.push(
      entity
        ? {
            target,
            reason: `${rule}, which has ${first} already`,
            cure: 'Let a rule before that one name another component for one of them.',
          }
        : {
            target,
            reason: `${rule}, which the catalog does not have`,
            cure: 'Register that component, or let the rule name another.',
          },
    );
    return [];
  });
  return { entities, refused };
}

/** What the entity says of a pipeline itself goes before any rule. */
function withAnnotation(
  entity: Entity,
  { annotation, target }: Pick<Mapped, 'annotation' | 'target'>,
): Entity {
  const annotations = { ...entity.metadata.annotations, [annotation]: target };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}
