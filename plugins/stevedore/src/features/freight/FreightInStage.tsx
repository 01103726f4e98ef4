import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  FreightCell,
  FreightItem,
  PipelineStage,
} from '@stevedore/plugin-stevedore-common';
import { DisabledReasonButton } from '../../components/action';
import { CellReasons } from '../../components/freight';
import { StateBadge } from '../../components/state';
import { cellView } from '../../lib/grid/cellView';
import { Waiver } from './Waiver';

const useStyles = makeStyles(
  theme => ({
    stage: {
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      '& > * + *': { marginTop: theme.spacing(0.5) },
    },
    first: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedoreFreightInStage' },
);

export interface FreightInStageProps {
  project: string;
  item: FreightItem;
  stage: PipelineStage;
  cell: FreightCell;
  onPlan: (stage: string) => void;
  onPromotion: (promotion: string) => void;
}

/** The cell of the grid, with all its words. */
export function FreightInStage(props: FreightInStageProps) {
  const { project, item, stage, cell, onPlan, onPromotion } = props;
  const classes = useStyles();
  const { badge, sentence, promote } = cellView(cell, item, stage);
  const { promotion } = cell;
  return (
    <li className={classes.stage}>
      <div className={classes.first}>
        <strong>{stage.name}</strong>
        <StateBadge badge={badge} />
      </div>
      <CellReasons sentence={sentence} gates={cell.gates} />
      <Waiver project={project} item={item} stage={stage} cell={cell} />
      {(promote || promotion) && (
        <div className={classes.actions}>
          {promote && (
            <DisabledReasonButton
              id={`freight-promote-${stage.name}`}
              size="small"
              variant="outlined"
              color="primary"
              reason={promote.reason}
              onClick={() => onPlan(stage.name)}
            >
              {promote.label}
            </DisabledReasonButton>
          )}
          {promotion && (
            <Button
              id={`freight-promotion-${stage.name}`}
              size="small"
              variant="outlined"
              onClick={() => onPromotion(promotion)}
            >
              Open the promotion
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
