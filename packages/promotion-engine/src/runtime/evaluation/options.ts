import {
  EvaluateOptions,
  factFunctions,
  freightFunctions,
  FunctionSet,
  joinFunctions,
  kargoFunctions,
  KnownFacts,
} from '../../expressions';
import { FreightCollection } from '../../model/freight';
import { Pins } from '../../model/promotion';

/** What every expression of a run or a verification may call, and the moment that `now()` answers. */
export function evaluateOptions(from: {
  collection: FreightCollection;
  pins: Pick<Pins, 'now'>;
  known: KnownFacts;
}): EvaluateOptions & { functions: FunctionSet } {
  return {
    now: Date.parse(from.pins.now),
    functions: joinFunctions(
      kargoFunctions,
      freightFunctions(from.collection),
      factFunctions(from.known),
    ),
  };
}
