import { StageRow } from '../../model/rows';

/**
 * What a stage held of one origin, newest first, each freight once. What a rollback took out is not on the way: a
 * stage that went from 3 back to 1 goes from there to what was before 1, never to 3 again.
 */
export function wayBack(
  history: StageRow['history'],
  origin: string,
): string[] {
  const names: string[] = [];
  for (let at = 0; at < history.length; at += 1) {
    const name = history[at].items[origin]?.name;
    if (name !== undefined && !names.includes(name)) names.push(name);
    if (history[at].rollback) {
      const before = history.findIndex(
        (each, index) => index > at && each.items[origin]?.name === name,
      );
      if (before === -1) break;
      at = before - 1;
    }
  }
  return names;
}
