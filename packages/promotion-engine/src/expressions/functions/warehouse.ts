import { STRING } from '../types/staticType';
import { StructValue } from '../values/struct';
import { FunctionSet, functionSet, typed } from './definition';

const freightOrigin = StructValue.define({
  name: 'v1alpha1.FreightOrigin',
  fields: {
    Kind: { type: STRING, json: 'kind' },
    Name: { type: STRING, json: 'name' },
  },
});

/** Kargo's `warehouse(name)`: the origin that other functions take as an argument. */
export const warehouseFunctions: FunctionSet = functionSet({
  warehouse: typed({
    signatures: [{ parameters: [STRING] }],
    result: freightOrigin.type,
    call: ([name]) => freightOrigin.of({ Kind: 'Warehouse', Name: name }),
  }),
});
