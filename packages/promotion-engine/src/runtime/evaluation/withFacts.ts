import { factKey, KnownFacts, NeedsFact } from '../../expressions';

/** Looks a fact up; undefined: there is none of that name. @throws the NeedsFact when nobody can know it yet. */
export type FactSource = (need: NeedsFact) => Promise<unknown>;

/** More different facts in one step are a mistake or malice. */
const MOST_FACTS = 100;

/**
 * Evaluates; what is missing is fetched, and it is evaluated again, until nothing is missing (design, section 5).
 * Facts are asked for once, so what a step sees is one state of the world.
 */
export async function withFacts<T>(
  source: FactSource,
  evaluate: (known: KnownFacts) => T,
): Promise<T> {
  const known = new Map<string, unknown>();
  for (;;) {
    try {
      return evaluate(known);
    } catch (error) {
      if (!(error instanceof NeedsFact)) throw error;
      if (known.size >= MOST_FACTS)
        throw new Error(
          `expressions of one step may look up at most ${MOST_FACTS} secrets, config maps and metadata`,
        );
      known.set(factKey(error.kind, error.fact), await source(error));
    }
  }
}
