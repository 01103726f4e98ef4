import ButtonBase from '@material-ui/core/ButtonBase';
import { FreightItem, PipelineStage } from '@stevedore/plugin-stevedore-common';
import { Version, VisuallyHidden } from '../../../components/text';
import { freightVersion, versionLabel } from '../../../lib/words/names';
import { FreightCell } from '../cell/FreightCell';
import { CellSubject } from '../cell/CellPopover';
import { useCellStyles, useGridStyles } from './gridStyles';
import { GridFocus } from './useGridFocus';

export interface FreightRowProps {
  item: FreightItem;
  /** Among the freight, from 0. */
  index: number;
  stages: PipelineStage[];
  focus: GridFocus;
  /** In the last ten seconds. */
  changed: boolean;
  onFreight: (freight: string) => void;
  onPlan: (stage: string, freight: string) => void;
  onCell: (subject: CellSubject) => void;
}

/** The cells of one freight, for inside a `tr`. */
export function FreightRow(props: FreightRowProps) {
  const { item, index, stages, focus, changed, onFreight, onPlan, onCell } =
    props;
  const grid = useGridStyles();
  const classes = useCellStyles();
  return (
    <>
      <th
        scope="row"
        className={`${grid.first} ${changed ? classes.changed : ''}`}
      >
        <ButtonBase
          id={`freight-${item.name}`}
          className={classes.button}
          onClick={() => onFreight(item.name)}
          disableRipple
          {...focus.cellProps({ row: index, column: 0 })}
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
        </ButtonBase>
      </th>
      {stages.map((stage, at) => (
        <td key={stage.name}>
          <FreightCell
            item={item}
            stage={stage}
            cellProps={focus.cellProps({ row: index, column: at + 1 })}
            onPlan={onPlan}
            onCell={onCell}
          />
        </td>
      ))}
    </>
  );
}
