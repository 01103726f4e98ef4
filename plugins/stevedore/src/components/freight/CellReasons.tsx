import Typography from '@material-ui/core/Typography';
import { GateVerdict } from '@stevedore/plugin-stevedore-common';
import { asSentence } from '../../lib/words/plainRefs';
import { GateList } from './GateList';

export interface CellReasonsProps {
  /** What the cell says in one sentence. */
  sentence: string;
  /** Those that do not pass. */
  gates?: GateVerdict[];
}

/** Why a cell is what it is; the first gate's sentence is not said twice. */
export function CellReasons({ sentence, gates = [] }: CellReasonsProps) {
  const said = gates.some(gate => asSentence(gate.sentence) === sentence);
  return (
    <>
      {!said && <Typography variant="body2">{sentence}</Typography>}
      {gates.length > 0 && <GateList gates={gates} />}
    </>
  );
}
