import { FreightCell, FreightItem } from '@stevedore/plugin-stevedore-common';
import { cellBadge } from '../words/cellBadge';
import { freightVersion } from '../words/names';

/** So many changes are said one by one. */
const FEW = 3;

/**
 * What is said aloud when freight changes: `1.4.3: staging here`.
 *
 * @param names of the freight that changed
 */
export function changeWords(
  before: readonly FreightItem[],
  after: readonly FreightItem[],
  names: readonly string[],
): string {
  const changed = after.filter(({ name }) => names.includes(name));
  if (changed.length > FEW) return `${changed.length} freight changed.`;
  return changed
    .map(item =>
      wordsOf(
        before.find(({ name }) => name === item.name),
        item,
      ),
    )
    .join(' ');
}

function wordsOf(was: FreightItem | undefined, item: FreightItem): string {
  const version = freightVersion(item);
  if (!was) return `${version} is new.`;
  const word = (cell?: FreightCell) => cell && cellBadge(cell).word;
  const cells = item.cells.filter(
    cell =>
      word(cell) !== word(was.cells.find(({ stage }) => stage === cell.stage)),
  );
  const places = cells.map(cell => `${cell.stage} ${word(cell)}`);
  return `${version}: ${places.join(', ') || 'changed'}.`;
}
