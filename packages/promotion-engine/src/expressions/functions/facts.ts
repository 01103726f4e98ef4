import { Fault, NeedsFact } from '../errors';
import { MAP, STRING, STRING_MAP } from '../types/staticType';
import { withElement } from '../values/shape';
import type { StaticType, Value } from '../values/value';
import { FunctionSet, functionSet, typed } from './definition';

/** What `secret()` and its kin read: texts by key. */
export const textFacts = [
  'secret',
  'sharedSecret',
  'configMap',
  'sharedConfigMap',
] as const;
/** What else is looked up by name. */
export const recordFacts = [
  'freightMetadata',
  'freightStatus',
  'stageMetadata',
] as const;
export type TextFact = (typeof textFacts)[number];
export type RecordFact = (typeof recordFacts)[number];

/** Facts that were fetched, by `factKey`; undefined: looked for, and there is none. */
export type KnownFacts = ReadonlyMap<string, unknown>;

export const factKey = (kind: string, name: string): string =>
  `${kind}:${name}`;

/**
 * Kargo's functions for what is kept elsewhere: `secret`, `configMap`, `sharedSecret` and `sharedConfigMap` give
 * texts by key (an empty map where there is none), `freightMetadata`, `freightStatus` and `stageMetadata` what was
 * written to freight and stages. A fact that is not among the known ones makes the evaluation throw `NeedsFact`.
 */
export function factFunctions(known: KnownFacts): FunctionSet {
  const textMaps = textFacts.map(
    kind =>
      [
        kind,
        byName(STRING_MAP, name =>
          withElement({ ...(look(known, kind, name) as object) }, 'string'),
        ),
      ] as const,
  );
  const records = recordFacts.map(
    kind => [kind, byName(MAP, name => record(known, kind, name))] as const,
  );
  return functionSet(Object.fromEntries([...textMaps, ...records]));
}

function byName(result: StaticType, call: (name: string) => Value) {
  return typed({
    signatures: [{ parameters: [STRING] }],
    result,
    call: ([name]) => call(name as string),
  });
}

function look(known: KnownFacts, kind: string, name: string): unknown {
  const key = factKey(kind, name);
  if (!known.has(key)) {
    throw new NeedsFact({ kind, name });
  }
  return known.get(key);
}

function record(known: KnownFacts, kind: RecordFact, name: string): Value {
  const found = look(known, kind, name);
  if (found === undefined) {
    const what = kind === 'stageMetadata' ? 'stage' : 'freight';
    throw new Fault(`there is no ${what} "${name}"`);
  }
  return found as Value;
}
