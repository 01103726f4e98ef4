import { ENTRY_END, Located, Scanner } from './scanner';
import { stageList } from './tokens';

/** `auto-promote = entries of: name, { ",", name }`, and `auto-rollback` the same. */
export function parseStageNames(text: string): Located<string>[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => stageList(scanner)).flat();
}
