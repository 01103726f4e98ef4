import { FreightItem } from '@stevedore/plugin-stevedore-common';
import { StateCounts } from '../../../components/stage';
import { countBadges } from '../../../lib/stage/groupLines';
import { groupLabel, StageGroup } from '../../../lib/stage/parallelStages';
import { cellBadge } from '../../../lib/words/cellBadge';
import { useCellStyles } from '../grid/gridStyles';
import { CellProps } from '../grid/useGridFocus';
import { CellPlace, CellSubject } from './cellSubject';

export interface GroupCellProps {
  item: FreightItem;
  group: StageGroup;
  cellProps: CellProps;
  onCell: (subject: CellSubject) => void;
}

/** What one freight is to several stages: how many of them are how. */
export function GroupCell({ item, group, cellProps, onCell }: GroupCellProps) {
  const classes = useCellStyles();
  const places = group.stages.flatMap((stage): CellPlace[] => {
    const cell = item.cells.find(each => each.stage === stage.name);
    return cell ? [{ stage, cell }] : [];
  });
  const states = countBadges(places.map(({ cell }) => cellBadge(cell)));
  return (
    <button
      type="button"
      id={`cell-${item.name}-${group.id}`}
      className={classes.button}
      aria-haspopup="dialog"
      onClick={({ currentTarget: anchor }) =>
        onCell({ anchor, item, places, together: groupLabel(group) })
      }
      {...cellProps}
    >
      <StateCounts states={states} />
    </button>
  );
}
