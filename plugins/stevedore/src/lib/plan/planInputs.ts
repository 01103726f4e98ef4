import { PipelineStage } from '@stevedore/plugin-stevedore-common';

/** What a stage asks for along with a promotion. */
export type InputsAsked = NonNullable<PipelineStage['inputs']>;
/** Text by the name of the input. */
export type InputsGiven = Readonly<Record<string, string>>;

/** What stands in the form at first: the first of the choices, as the backend would take it. */
export function firstInputs(asked: InputsAsked): InputsGiven {
  return Object.fromEntries(
    asked.map(({ name, choices = [] }) => [name, choices[0] ?? '']),
  );
}

/** Somebody has to write something before there is anything to plan with. */
export function needsWriting(asked: InputsAsked): boolean {
  return asked.some(({ choices = [] }) => choices.length === 0);
}

export function sameInputs(one: InputsGiven, other: InputsGiven): boolean {
  return Object.keys(one).every(name => one[name] === other[name]);
}

/** `ticket OPS-12, level low`. */
export function inputsLabel(
  inputs: readonly { name: string; value: string }[],
): string {
  return inputs
    .map(({ name, value }) => `${name} ${value || '(empty)'}`)
    .join(', ');
}
