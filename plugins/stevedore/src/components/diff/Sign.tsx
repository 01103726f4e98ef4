import { DiffLine } from '../../lib/diff/fileDiff';
import { VisuallyHidden } from '../text';

const SIGNS: Record<DiffLine['kind'], [string, string]> = {
  added: ['+', 'added'],
  removed: ['−', 'removed'],
  same: ['', ''],
  note: ['', ''],
};

/** What becomes of a line, for those who see it and those who hear it. */
export function Sign({ kind }: { kind: DiffLine['kind'] }) {
  const [sign, word] = SIGNS[kind];
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      {word && <VisuallyHidden>{word}</VisuallyHidden>}
    </>
  );
}
