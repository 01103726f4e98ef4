import { ApprovalNeed } from '../../model/definition';
import { ApprovalRow } from '../../model/rows';
import { isMeant } from './parties';
import { refsOf } from './voices';

/** A need, and who fills its places. */
export interface Seats {
  need: ApprovalNeed;
  by: string[];
}

/** Bipartite matching by augmenting paths: places of the rule on one side, people on the other. */
export function seats(
  needs: ApprovalNeed[],
  voices: ApprovalRow[],
  owners: string[],
): Seats[] {
  const places = needs.flatMap((need, index) =>
    Array.from({ length: need.count }, () => ({ need, index })),
  );
  const refs = voices.map(refsOf);
  const holder = new Map<number, number>();
  const seat = (person: number, seen: Set<number>): boolean =>
    places.some((place, p) => {
      if (seen.has(p) || !isMeant(place.need, refs[person], owners))
        return false;
      seen.add(p);
      const sitting = holder.get(p);
      if (sitting !== undefined && !seat(sitting, seen)) return false;
      holder.set(p, person);
      return true;
    });
  voices.forEach((_, person) => seat(person, new Set()));
  return needs.map((need, index) => ({
    need,
    by: [...holder]
      .filter(([p]) => places[p].index === index)
      .map(([, person]) => voices[person].actor),
  }));
}
