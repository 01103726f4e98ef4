import { FreightItem, PipelineStage } from '@stevedore/plugin-stevedore-common';
import { DisabledReasonButton } from '../../../components/action';
import { StateBadge } from '../../../components/state';
import { Countdown, Since } from '../../../components/time';
import { cellView } from '../../../lib/grid/cellView';
import { useCellStyles } from '../grid/gridStyles';
import { CellProps } from '../grid/useGridFocus';
import { CellSubject } from './cellSubject';

export interface FreightCellProps {
  item: FreightItem;
  stage: PipelineStage;
  cellProps: CellProps;
  onPlan: (stage: string, freight: string) => void;
  onCell: (subject: CellSubject) => void;
}

/** What one freight is to one stage: a button that promotes, or one that says more. */
export function FreightCell(props: FreightCellProps) {
  const { item, stage, cellProps, onPlan, onCell } = props;
  const classes = useCellStyles();
  const cell = item.cells.find(each => each.stage === stage.name);
  if (!cell) return null;
  const view = cellView(cell, item, stage);
  const id = `cell-${item.name}-${stage.name}`;
  if (view.promoteFirst && view.promote)
    return (
      <div className={classes.act}>
        <DisabledReasonButton
          id={id}
          size="small"
          variant="outlined"
          color="primary"
          aria-label={view.promote.label}
          reason={view.promote.reason}
          onClick={() => onPlan(stage.name, item.name)}
          {...cellProps}
        >
          {view.promote.verb}
        </DisabledReasonButton>
      </div>
    );
  return (
    <button
      type="button"
      data-focus-inside
      id={id}
      className={classes.button}
      aria-haspopup="dialog"
      onClick={({ currentTarget: anchor }) =>
        onCell({ anchor, item, places: [{ stage, cell }] })
      }
      {...cellProps}
    >
      <StateBadge badge={view.badge} />
      {view.note && <span className={classes.note}>{view.note}</span>}
      {view.clearsAt && (
        <span className={classes.note}>
          <Countdown until={view.clearsAt} />
        </span>
      )}
      {view.since && (
        <span className={classes.note}>
          <Since at={view.since} />
        </span>
      )}
    </button>
  );
}
