import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { DisabledReasonButton } from '../../../components/action';
import { CellReasons } from '../../../components/freight';
import { StateBadge } from '../../../components/state';
import { cellView } from '../../../lib/grid/cellView';
import { CellPlace, CellPopoverProps } from './cellSubject';

const useStyles = makeStyles(
  theme => ({
    facts: { '& > * + *': { marginTop: theme.spacing(1) } },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedorePlaceFacts' },
);

/** What the freight is to one stage, why, and what can be done there. */
export function PlaceFacts({
  place: { stage, cell },
  subject: { item },
  onPlan,
  onPromotion,
}: CellPopoverProps & { place: CellPlace }) {
  const classes = useStyles();
  const { badge, sentence, promote } = cellView(cell, item, stage);
  const { promotion } = cell;
  return (
    <div className={classes.facts}>
      <StateBadge badge={badge} />
      <CellReasons sentence={sentence} gates={cell.gates} />
      {(promote || promotion) && (
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
        </div>
      )}
    </div>
  );
}
