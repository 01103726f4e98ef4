import type { FreightCollection, FreightReference } from '../../model/freight';
import { normalizeChart, normalizeGit } from '../../model/urls';
import { Fault } from '../errors';
import { STRING, UNKNOWN } from '../types/staticType';
import type { StaticType, Value } from '../values/value';
import {
  artifactStruct,
  artifactValue,
  chartStruct,
  chartValue,
  commitStruct,
  commitValue,
  imageStruct,
  imageValue,
} from './artifactStructs';
import { FunctionSet, functionSet, joinFunctions, typed } from './definition';
import { freightOrigin, warehouseFunctions, warehouseOf } from './warehouse';

const ORIGIN = freightOrigin.type;

/**
 * Kargo's `warehouse`, `imageFrom`, `commitFrom`, `chartFrom` and `artifactFrom`: lookups in the freight that is
 * promoted. What no freight has is nil; what several warehouses have needs an origin.
 */
export function freightFunctions(collection: FreightCollection): FunctionSet {
  const items = Object.values(collection.items);
  const lookups = functionSet({
    imageFrom: lookup(imageStruct.type, (url, origin) =>
      find(items, origin, {
        what: `image ${url}`,
        // Kargo compares images as they are written
        pick: item => item.images.filter(each => each.repoURL === url),
        value: imageValue,
      }),
    ),
    commitFrom: lookup(commitStruct.type, (url, origin) => {
      const wanted = normalizeGit(url);
      return find(items, origin, {
        what: `commit of ${url}`,
        pick: item =>
          item.commits.filter(each => normalizeGit(each.repoURL) === wanted),
        value: commitValue,
      });
    }),
    artifactFrom: lookup(artifactStruct.type, (name, origin) =>
      find(items, origin, {
        what: `artifact ${name}`,
        pick: item =>
          item.artifacts.filter(each => each.subscriptionName === name),
        value: artifactValue,
      }),
    ),
    chartFrom: typed({
      // the second is the name or the origin
      signatures: [{ parameters: [STRING, UNKNOWN, ORIGIN], optional: 2 }],
      result: chartStruct.type,
      call: ([url, ...rest]) => chartFrom(items, url as string, rest),
    }),
  });
  return joinFunctions(warehouseFunctions, lookups);
}

/** A function of one name and, where it is ambiguous, the warehouse. */
function lookup(
  result: StaticType,
  call: (name: string, warehouse: string | undefined) => Value,
) {
  return typed({
    signatures: [{ parameters: [STRING, ORIGIN], optional: 1 }],
    result,
    call: ([name, origin]) => call(name as string, warehouseOf(origin)),
  });
}

/** `chartFrom(repoURL[, name][, origin])`: charts of an OCI registry have no name. */
function chartFrom(
  items: readonly FreightReference[],
  url: string,
  rest: readonly Value[],
): Value {
  const named = typeof rest[0] === 'string';
  const name = named ? (rest[0] as string) : '';
  const wanted = normalizeChart(url);
  return find(items, warehouseOf(named ? rest[1] : rest[0]), {
    what: `chart ${[url, name].filter(Boolean).join(' ')}`,
    pick: item =>
      item.charts.filter(
        each =>
          normalizeChart(each.repoURL) === wanted && (each.name ?? '') === name,
      ),
    value: chartValue,
  });
}

interface Search<T> {
  what: string;
  pick(item: FreightReference): readonly T[];
  value(found: T): Value;
}

function find<T>(
  items: readonly FreightReference[],
  warehouse: string | undefined,
  { what, pick, value }: Search<T>,
): Value {
  const hits = items
    .filter(item => warehouse === undefined || item.origin.name === warehouse)
    .map(pick)
    .filter(found => found.length > 0);
  if (hits.length > 1) {
    throw new Fault(
      `the ${what} comes from more than one warehouse: name one, as in warehouse("main")`,
    );
  }
  return hits.length === 0 ? null : value(hits[0][0]);
}
