import { ENTRY_END, Located, Scanner, Token } from './scanner';
import { stagesBefore } from './tokens';

const TEST: Token = {
  pattern: /[A-Za-z0-9][\w.-]{0,62}(?![\w.-])/,
  word: 'the name of a test',
  cure: 'Names have letters, digits, dots, dashes and underscores, such as e2e.',
};

export interface StageTests {
  stages: Located<string>[];
  tests: string[];
}

/** `tests = entries of: stages-before, test, { ",", test }` */
export function parseTests(text: string): StageTests[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => {
    const stages = stagesBefore(scanner);
    const tests = [scanner.expect(TEST).value];
    while (scanner.accept(/,/)) tests.push(scanner.expect(TEST).value);
    return { stages, tests: [...new Set(tests)] };
  });
}
