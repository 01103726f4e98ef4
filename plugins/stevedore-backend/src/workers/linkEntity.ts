import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityAnnotation,
  EntityLink,
  Problem,
  SourcePosition,
} from '@stevedore/promotion-engine';
import { ReadDefinition } from './readDefinition';

/** An entity with `stevedore.dev/project`: it shows what another one runs. */
export function linkOf(
  entity: Entity,
  position: SourcePosition | undefined,
): EntityLink {
  const entityRef = stringifyEntityRef(entity);
  const name = EntityAnnotation.project;
  const text = entity.metadata.annotations?.[name] ?? '';
  const others = Object.values(EntityAnnotation).filter(
    key => key !== name && entity.metadata.annotations?.[key] !== undefined,
  );
  const wrong = (message: string, cure: string): EntityLink => ({
    entityRef,
    position,
    problems: [problemAt(position, { entityRef, message, cure, name })],
  });
  if (others.length > 0)
    return wrong(
      `${name}: It excludes ${others.join(
        ', ',
      )}: a pipeline is written in one place.`,
      `Remove ${name}, or the others.`,
    );
  try {
    const shows = stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'component',
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    );
    if (shows !== entityRef)
      return { entityRef, shows, position, problems: [] };
    return wrong(
      `${name}: ${text} is this entity itself.`,
      'Name the component that runs the pipeline.',
    );
  } catch {
    return wrong(
      `${name}: "${text}" is no reference to an entity.`,
      'Write it as kind:namespace/name, such as component:default/shop.',
    );
  }
}

/** An entity that defines what another one runs already: one definition has one owner. */
export function secondClaim(input: ReadDefinition, owner: string): EntityLink {
  const { entityRef, project, position, provenance, annotation: name } = input;
  const message = `${name}: ${entityRef} would define the pipeline ${project}, which ${owner} runs already.`;
  const cure =
    `To show it here too, write ${EntityAnnotation.project}: ${owner} instead; ` +
    `for a pipeline of its own, give ${
      provenance === 'annotations' ? 'the component' : 'its Project'
    } another name.`;
  const problem = problemAt(position, { entityRef, message, cure, name });
  return { entityRef, claims: project, position, problems: [problem] };
}

function problemAt(
  position: SourcePosition | undefined,
  what: { entityRef: string; message: string; cure: string; name: string },
): Problem {
  const { entityRef, message, cure, name } = what;
  return {
    severity: 'error',
    verdict: 'runnable',
    message,
    cure,
    position,
    object: entityRef,
    field: `metadata.annotations["${name}"]`,
  };
}
