import { arrayFunctions } from './arrays';
import { bitFunctions } from './bits';
import { FunctionSet, joinFunctions } from './definition';
import { encodingFunctions } from './encoding';
import { mapFunctions } from './maps';
import { numberFunctions } from './numbers';
import { stringFunctions } from './strings';
import { timeFunctions } from './time';

/** What every expression can call, besides the functions that take a predicate. */
export const builtinFunctions: FunctionSet = joinFunctions(
  stringFunctions,
  numberFunctions,
  bitFunctions,
  arrayFunctions,
  mapFunctions,
  encodingFunctions,
  timeFunctions,
);
