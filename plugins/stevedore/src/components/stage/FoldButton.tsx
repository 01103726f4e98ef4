import Button from '@material-ui/core/Button';
import { groupLabel, StageGroup } from '../../lib/stage/parallelStages';

export interface FoldButtonProps {
  id: string;
  group: StageGroup;
  folded: boolean;
  onToggle: () => void;
  tabIndex?: number;
  /** Only the verb, where the group's name stands beside it. */
  short?: boolean;
}

/** Folds parallel stages into one, and back. */
export function FoldButton(props: FoldButtonProps) {
  const { id, group, folded, onToggle, tabIndex, short = false } = props;
  const verb = folded ? 'Unfold' : 'Fold';
  const label = `${verb} ${groupLabel(group)}`;
  return (
    <Button
      id={id}
      size="small"
      variant="outlined"
      tabIndex={tabIndex}
      aria-expanded={!folded}
      aria-label={label}
      title={group.stages.map(({ name }) => name).join(', ')}
      onClick={onToggle}
    >
      {short ? verb : label}
    </Button>
  );
}
