import { Fault } from '../errors';
import { STRING } from '../types/staticType';
import { typeName } from '../values/describe';
import { StructValue } from '../values/struct';
import type { Value } from '../values/value';
import { defineFunction } from './defineFunction';
import { FunctionSet } from './definition';

/** Kargo's `FreightOrigin`. */
export const freightOrigin = StructValue.define({
  name: 'v1alpha1.FreightOrigin',
  fields: {
    Kind: { type: STRING, json: 'kind' },
    Name: { type: STRING, json: 'name' },
  },
});

/** Kargo's `warehouse(name)`: the origin that other functions take as an argument. */
export const warehouseFunctions: FunctionSet = defineFunction('warehouse', {
  parameters: [STRING],
  result: freightOrigin.type,
  call: ([name]) => freightOrigin.of({ Kind: 'Warehouse', Name: name }),
});

/** The name of the warehouse that an optional argument stands for. Throws a `Fault` for anything else. */
export function warehouseOf(origin: Value | undefined): string | undefined {
  if (origin === undefined) {
    return undefined;
  }
  if (
    origin instanceof StructValue &&
    origin.type === freightOrigin.type.object
  ) {
    return origin.field('Name') as string;
  }
  throw new Fault(
    `the origin must be a warehouse, as in warehouse("main"), not ${typeName(
      origin,
    )}`,
  );
}
