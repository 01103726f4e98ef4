import { PromotionInput } from '../../model/definition';
import { AnnotationSyntaxError } from './scanner';

const NAME = /^[a-zA-Z_]\w*$/;
const CURE =
  'Write names, such as ticket, or names with choices, such as level = low | high; put ; between them.';

/**
 * `ticket; level = low | high`: what a person gives with a promotion to a stage.
 * @throws AnnotationSyntaxError at the entry that is wrong
 */
export function parseInputs(text: string): PromotionInput[] {
  const inputs: PromotionInput[] = [];
  let offset = 0;
  for (const entry of text.split(/[;\n]/)) {
    const at = offset + entry.search(/\S|$/);
    offset += entry.length + 1;
    if (entry.trim() === '') continue;
    const [, name, , choices] = /^([^=]*)(=(.*))?$/.exec(entry.trim())!;
    inputs.push(readInput({ name: name.trim(), choices, at }, inputs));
  }
  return inputs;
}

function readInput(
  { name, choices, at }: { name: string; choices?: string; at: number },
  before: PromotionInput[],
): PromotionInput {
  if (!NAME.test(name)) {
    throw new AnnotationSyntaxError(`${name} is no name of an input.`, {
      cure: CURE,
      offset: at,
    });
  }
  if (before.some(input => input.name === name)) {
    throw new AnnotationSyntaxError(`The input ${name} stands here twice.`, {
      cure: 'Remove one of the two.',
      offset: at,
    });
  }
  if (choices === undefined) return { name };
  const list = choices.split('|').map(choice => choice.trim());
  if (list.includes('')) {
    throw new AnnotationSyntaxError(`A choice of ${name} is empty.`, {
      cure: CURE,
      offset: at,
    });
  }
  return { name, choices: list };
}
