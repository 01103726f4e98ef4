import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  evaluateFilterPredicate,
  FilterPredicate,
} from '@backstage/filter-predicates';
import { isEverywhere, Scope } from '@stevedore/promotion-engine';

/** How far above a component systems and domains are looked for: component, system, domain, and domains of domains. */
const LEVELS = 5;

type FindEntity = (entityRef: string) => Promise<Entity | undefined>;

/**
 * Says which scopes a component is in. One that the catalog does not show now is in all of them: nobody can tell
 * that a freeze or a lock does not mean it.
 */
export async function inScopes(
  find: FindEntity,
  entity: Entity | undefined,
  scopes: readonly Scope[],
): Promise<boolean[]> {
  if (!entity || scopes.every(isEverywhere)) return scopes.map(() => true);
  const above = scopes.some(({ entities }) => entities !== undefined)
    ? await refsAbove(find, entity)
    : [];
  return scopes.map(({ entities, filter }) => {
    const named =
      entities === undefined ||
      entities.some(ref => above.includes(ref.toLowerCase()));
    return (
      named &&
      (filter === undefined ||
        evaluateFilterPredicate(filter as FilterPredicate, entity))
    );
  });
}

/** The component itself, its system, the domain of that, and so on. */
async function refsAbove(find: FindEntity, entity: Entity): Promise<string[]> {
  const refs = new Set([stringifyEntityRef(entity)]);
  let level: (Entity | undefined)[] = [entity];
  for (let depth = 1; depth < LEVELS && level.length > 0; depth += 1) {
    const next = level
      .flatMap(each => each?.relations ?? [])
      .filter(
        ({ type, targetRef }) => type === 'partOf' && !refs.has(targetRef),
      )
      .map(({ targetRef }) => targetRef);
    next.forEach(ref => refs.add(ref));
    level = await Promise.all([...new Set(next)].map(find));
  }
  return [...refs].map(ref => ref.toLowerCase());
}
