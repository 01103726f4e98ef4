import { ENTRY_END, Scanner, Token } from './scanner';

const TRUTH: Token = {
  pattern: /(true|false)(?![\w.-])/,
  word: 'true or false',
  cure: 'Write true or false.',
};

/** `every-version = "true" | "false"` */
export function parseEveryVersion(text: string): boolean {
  const scanner = new Scanner(text);
  const found = scanner.entries(ENTRY_END, () => scanner.expect(TRUTH));
  if (found.length !== 1) {
    throw scanner.fault('This is either true or false.', TRUTH.cure, 0);
  }
  return found[0].value === 'true';
}
