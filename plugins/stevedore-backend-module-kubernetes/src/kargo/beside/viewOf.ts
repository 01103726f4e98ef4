import { RunnerView } from '@stevedore/plugin-stevedore-node';
import {
  FreightRow,
  FreightStageRow,
  freightReference,
  PromotionRow,
  StepRow,
} from '@stevedore/promotion-engine';
import { discoveryOf } from './discoveryOf';
import { freightRowOf, freightStageRowsOf } from './freightRowOf';
import {
  FreightObject,
  PromotionObject,
  StageObject,
  WarehouseObject,
} from './objects';
import { promotionRowOf, stepRowsOf } from './promotionRowOf';
import { stageHealthOf, stageRowOf, verificationsOf } from './stageRowOf';

/** All of one project that is in a cluster. */
export interface KargoState {
  warehouses: WarehouseObject[];
  freight: FreightObject[];
  stages: StageObject[];
  promotions: PromotionObject[];
}

/** Objects of Kargo in the words of the engine. */
export function viewOf(state: KargoState): RunnerView {
  const freight = state.freight.map(freightRow);
  const known = new Map(freight.map(row => [row.name, row]));
  const promotions = state.promotions
    .map(object => promotionRowOf(object, referenceIn(known)))
    .filter((row): row is PromotionRow => row !== undefined);
  const freightStages = state.freight.flatMap(freightStageRows);
  const around = { promotions, freightStages };
  return {
    stages: state.stages.map(object => stageRowOf(object, around)),
    freight,
    freightStages,
    promotions,
    steps: new Map(
      state.promotions.map(object => [object.metadata.name, stepRows(object)]),
    ),
    discoveries: mapOf(state.warehouses, discoveryOf),
    health: mapOf(state.stages, stageHealthOf),
    verifications: state.stages.flatMap(verificationsOf),
  };
}

const referenceIn =
  (known: ReadonlyMap<string, FreightRow>) => (name: string) => {
    const row = known.get(name);
    return row && freightReference(row);
  };

function mapOf<T extends { metadata: { name: string } }, V>(
  objects: T[],
  value: (object: T) => V | undefined,
): ReadonlyMap<string, V> {
  return new Map(
    objects.flatMap(object => {
      const found = value(object);
      return found === undefined ? [] : [[object.metadata.name, found]];
    }),
  );
}

/** An object that changes is another one, so each is read once. */
function once<K extends object, V>(read: (object: K) => V): (object: K) => V {
  const known = new WeakMap<K, V>();
  return object => {
    const found = known.get(object) ?? read(object);
    known.set(object, found);
    return found;
  };
}

const freightRow = once<FreightObject, FreightRow>(freightRowOf);
const freightStageRows = once<FreightObject, FreightStageRow[]>(
  freightStageRowsOf,
);
const stepRows = once<PromotionObject, StepRow[]>(stepRowsOf);
