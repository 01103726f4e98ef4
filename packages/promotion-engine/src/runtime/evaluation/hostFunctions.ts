import { Pins } from '../../model/promotion';
import { freightFunctions, RunFacts } from '../environment';
import { HostFunction } from './evaluateNode';

/** What templates of a run may call. `now()` answers the pinned clock, the same in every replay. */
export function hostFunctions(
  facts: RunFacts,
  pins: Pins,
  alias = '',
): Record<string, HostFunction> {
  return {
    ...textFunctions,
    ...freightFunctions(facts.collection),
    ...statusFunctions(facts, alias),
    now: () => pins.now,
  };
}

/** Kargo's status functions (kargo.md 5.4): steps that continue on error do not count. */
function statusFunctions(
  facts: RunFacts,
  alias: string,
): Record<string, HostFunction> {
  const failure = () =>
    facts.steps.some(
      step =>
        !step.continueOnError &&
        (step.status === 'Failed' || step.status === 'Errored'),
    );
  const scope = alias.includes('::') ? `${alias.split('::')[0]}::` : '';
  return {
    always: () => true,
    failure,
    success: () => !failure(),
    status: name =>
      facts.steps.find(step => step.alias === `${scope}${name}`)?.status ?? '',
  };
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

export const textFunctions: Record<string, HostFunction> = {
  quote: value => JSON.stringify(text(value)),
  unsafeQuote: value => `"${text(value)}"`,
  asJSON: value => `"${JSON.stringify(value, null, 2)}\n"`,
  string: text,
  int: value => Math.trunc(Number(value)),
  float: Number,
  len: value =>
    typeof value === 'string'
      ? [...value].length
      : Object.keys(value as object).length,
  lower: value => text(value).toLowerCase(),
  upper: value => text(value).toUpperCase(),
  trim: value => text(value).trim(),
  trimPrefix: (value, prefix) =>
    text(value).startsWith(text(prefix))
      ? text(value).slice(text(prefix).length)
      : value,
  split: (value, separator) => text(value).split(text(separator)),
  join: (values, separator) =>
    (values as unknown[]).map(text).join(text(separator ?? '')),
  replace: (value, from, to) => text(value).split(text(from)).join(text(to)),
};
