import { memo } from 'react';
import { FreightItem } from '@stevedore/plugin-stevedore-common';
import { Version, VisuallyHidden } from '../../../components/text';
import { freightVersion, versionLabel } from '../../../lib/words/names';
import { StageSpot } from '../../../lib/stage/parallelStages';
import { FreightCell } from '../cell/FreightCell';
import { CellSubject } from '../cell/cellSubject';
import { GroupCell } from '../cell/GroupCell';
import { useCellStyles, useGridStyles } from './gridStyles';
import { cellProps } from './useGridFocus';

export interface FreightRowProps {
  item: FreightItem;
  /** Among the freight, from 0. */
  index: number;
  spots: StageSpot[];
  /** Of the cell that Tab reaches, when it is in this row. */
  activeColumn?: number;
  /** In the last ten seconds. */
  changed: boolean;
  onFreight: (freight: string) => void;
  onPlan: (stage: string, freight: string) => void;
  onCell: (subject: CellSubject) => void;
}

/** The cells of one freight, for inside a `tr`. Scrolling draws the grid anew, but not its rows. */
export const FreightRow = memo((props: FreightRowProps) => {
  const {
    item,
    index,
    spots,
    activeColumn,
    changed,
    onFreight,
    onPlan,
    onCell,
  } = props;
  const grid = useGridStyles();
  const classes = useCellStyles();
  return (
    <>
      <th
        scope="row"
        className={`${grid.first} ${changed ? classes.changed : ''}`}
      >
        <button
          type="button"
          data-focus-inside
          id={`freight-${item.name}`}
          className={classes.button}
          onClick={() => onFreight(item.name)}
          {...cellProps({ row: index, column: 0 }, activeColumn)}
        >
          <strong>
            <Version title={item.name}>{freightVersion(item)}</Version>
          </strong>
          <span className={classes.note}>{item.alias}</span>
          {item.versions.length > 1 && (
            <span className={classes.note}>
              {item.versions.map(versionLabel).join(', ')}
            </span>
          )}
          {changed && <VisuallyHidden>changed just now</VisuallyHidden>}
        </button>
      </th>
      {spots.map(({ key, group, folded, stages: [stage] }, at) => {
        const focus = cellProps({ row: index, column: at + 1 }, activeColumn);
        return (
          <td key={key}>
            {group && folded ? (
              <GroupCell
                item={item}
                group={group}
                cellProps={focus}
                onCell={onCell}
              />
            ) : (
              <FreightCell
                item={item}
                stage={stage}
                cellProps={focus}
                onPlan={onPlan}
                onCell={onCell}
              />
            )}
          </td>
        );
      })}
    </>
  );
});
