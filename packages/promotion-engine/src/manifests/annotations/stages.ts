import { Located, Scanner } from './scanner';
import { STAGE_NAME } from './tokens';

export interface StageEntry extends Located<string> {
  /** The stages it names after `<`; absent: the stage before it in the list. */
  sources?: Located<string>[];
  /** `eu + us`: freight must be verified in all of them; `eu | us`: in one. */
  strategy: 'All' | 'OneOf';
}

const SEPARATOR = /[,;\n]/;

/** `stages = entries of: name, [ "<", name, ( { "+", name } | { "|", name } ) ]`, separated by commas too. */
export function parseStages(text: string): StageEntry[] {
  const scanner = new Scanner(text);
  return scanner.entries(SEPARATOR, () => {
    const name = scanner.expect(STAGE_NAME);
    return scanner.accept(/</)
      ? { ...name, ...sources(scanner) }
      : { ...name, strategy: 'OneOf' };
  });
}

function sources(
  scanner: Scanner,
): Required<Pick<StageEntry, 'sources' | 'strategy'>> {
  const found = [scanner.expect(STAGE_NAME)];
  const operator = scanner.accept(/[+|]/);
  if (operator) {
    const again = operator.value === '+' ? /\+/ : /\|/;
    do {
      found.push(scanner.expect(STAGE_NAME));
    } while (scanner.accept(again));
  }
  return {
    sources: found,
    strategy: operator?.value === '+' ? 'All' : 'OneOf',
  };
}
