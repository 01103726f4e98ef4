import {
  FreightItem,
  FreightSummary,
  Pipeline,
} from '@stevedore/plugin-stevedore-common';
import { pipelineOrder } from '../stage/pipelineOrder';

/** Freight to compare with, and where it is. */
export interface Other {
  freight: FreightSummary;
  /** Absent: it is only the one before. */
  stage?: string;
}

/**
 * What somebody most likely wants to compare freight with: what is in the next stage that it has not reached,
 * else what is in an earlier one, else the one before it.
 */
export function compareWith(
  { stages, freight }: Pick<Pipeline, 'stages' | 'freight'>,
  item: Pick<FreightItem, 'name' | 'origin' | 'discoveredAt'>,
): Other | undefined {
  const ordered = pipelineOrder(stages);
  const reached = ordered.map(({ here }) =>
    here.some(({ name }) => name === item.name),
  );
  const next = reached.lastIndexOf(true) + 1;
  for (const { name: stage, here } of [
    ...ordered.slice(next),
    ...ordered.slice(0, next),
  ]) {
    const other = here.find(
      each => each.origin === item.origin && each.name !== item.name,
    );
    if (other) return { freight: other, stage };
  }
  const others = freight.items.filter(
    each => each.origin === item.origin && each.name !== item.name,
  );
  const before = others.find(
    each => Date.parse(each.discoveredAt) < Date.parse(item.discoveredAt),
  );
  const other = before ?? others[0];
  return other && { freight: other };
}
