import { FoldButton } from '../../../components/stage';
import {
  groupLabel,
  StageGroup,
  StageSpot,
} from '../../../lib/stage/parallelStages';
import { useGridStyles } from './gridStyles';

export interface SpotHeadProps {
  spot: StageSpot;
  onFold: (group: StageGroup) => void;
}

/** Head of a column: a stage, or several that are folded. */
export function SpotHead({ spot, onFold }: SpotHeadProps) {
  const classes = useGridStyles();
  const { group, folded, stages } = spot;
  return (
    <th scope="col" className={classes.head}>
      {group && folded ? groupLabel(group) : stages[0].name}
      {group && (
        <div className={classes.fold}>
          <FoldButton
            id={`fold-column-${group.id}`}
            short={folded}
            group={group}
            folded={folded}
            onToggle={() => onFold(group)}
          />
        </div>
      )}
    </th>
  );
}
