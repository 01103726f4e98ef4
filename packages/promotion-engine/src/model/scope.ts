import { StageSelector } from './definition';

/**
 * The chain of what concerns more than one project: freezes and locks of the whole platform. No project can have
 * this name (Kargo's projects are Kubernetes names).
 */
export const PLATFORM = '*';

/** Where a window or a lock counts: every part that is given has to fit; an empty one fits everything. */
export interface Scope {
  /** Components, systems and domains, by entity ref; a component below one of them is meant, too. */
  entities?: string[];
  /** Backstage's filter predicate on the component. */
  filter?: unknown;
  /** Which stages, as promotion policies select them. */
  stages?: StageSelector;
}

/** Whether a scope tells components apart; one that does not concerns them all. */
export function isEverywhere({ entities, filter }: Scope): boolean {
  return entities === undefined && filter === undefined;
}
