import Button from '@material-ui/core/Button';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  FreightCell,
  FreightItem,
  PipelineStage,
} from '@stevedore/plugin-stevedore-common';
import { useId } from 'react';
import { DisabledReasonButton } from '../../../components/action';
import { OURS } from '../../../components/ours';
import { CellReasons } from '../../../components/freight';
import { StateBadge } from '../../../components/state';
import { cellView } from '../../../lib/grid/cellView';
import { freightVersion } from '../../../lib/words/names';

const useStyles = makeStyles(
  theme => ({
    body: {
      padding: theme.spacing(2),
      fontFamily: theme.typography.fontFamily,
      width: 'min(420px, calc(100vw - 48px))',
      '& > * + *': { marginTop: theme.spacing(1) },
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedoreCellPopover' },
);

/** The cell that was opened. */
export interface CellSubject {
  anchor: HTMLElement;
  item: FreightItem;
  stage: PipelineStage;
  cell: FreightCell;
}

export interface CellPopoverProps {
  subject: CellSubject;
  onClose: () => void;
  onPlan: (stage: string, freight: string) => void;
  onPromotion: (promotion: string) => void;
}

/** All that is known of one cell, and what can be done there. */
export function CellPopover(props: CellPopoverProps) {
  const { subject, onClose, onPlan, onPromotion } = props;
  const { anchor, item, stage, cell } = subject;
  const classes = useStyles();
  const id = useId();
  const { badge, sentence, promote } = cellView(cell, item, stage);
  const { promotion } = cell;
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      transitionDuration={0}
      disableRestoreFocus
      PaperProps={{ role: 'dialog', 'aria-labelledby': id } as object}
    >
      <div className={classes.body} {...OURS}>
        <Typography id={id} variant="subtitle1" component="h3">
          {freightVersion(item)} in {stage.name}
        </Typography>
        <StateBadge badge={badge} />
        <CellReasons sentence={sentence} gates={cell.gates} />
        <div className={classes.actions}>
          {promote && (
            <DisabledReasonButton
              size="small"
              variant="contained"
              color="primary"
              reason={promote.reason}
              onClick={() => onPlan(stage.name, item.name)}
            >
              {promote.label}
            </DisabledReasonButton>
          )}
          {promotion && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => onPromotion(promotion)}
            >
              Open the promotion
            </Button>
          )}
          <Button size="small" onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
    </Popover>
  );
}
