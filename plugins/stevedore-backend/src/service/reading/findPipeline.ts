import { NotFoundError } from '@backstage/errors';
import { EntityLink, Problem, Store } from '@stevedore/promotion-engine';

export interface FoundPipeline {
  project: string;
  /** Present when the entity only claims the project, which another entity runs. */
  claim?: EntityLink;
}

/**
 * The pipeline on the page of an entity: its own, or the one that it shows.
 *
 * @throws NotFoundError that says why there is none.
 */
export async function findPipeline(
  store: Pick<Store, 'entityLink' | 'projectOfEntity'>,
  entityRef: string,
): Promise<FoundPipeline> {
  const own = await store.projectOfEntity(entityRef);
  if (own && !own.paused) return { project: own.project };
  const link = await store.entityLink(entityRef);
  if (link?.shows) {
    const shown = await store.projectOfEntity(link.shows);
    if (shown) return { project: shown.project };
    throw new NotFoundError(
      `${entityRef} shows the pipeline of ${link.shows}${placeOf(
        link,
      )}, which has none. Name a component that has a pipeline.`,
    );
  }
  if (link?.claims) return { project: link.claims, claim: link };
  if (link) throw new NotFoundError(link.problems.map(sentence).join(' '));
  if (own) return { project: own.project };
  throw new NotFoundError(`${entityRef} has no pipeline.`);
}

const sentence = (problem: Problem) =>
  `${problem.message.replace(/\.$/, '')}${placeOf(problem)}. ${problem.cure}`;

function placeOf({ position }: Pick<Problem, 'position'>): string {
  if (!position) return '';
  return ` (${position.file}, line ${position.line})`;
}
