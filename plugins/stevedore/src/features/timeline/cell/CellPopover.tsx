import Button from '@material-ui/core/Button';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { useOurs } from '../../../components/ours';
import { freightVersion } from '../../../lib/words/names';
import { CellPopoverProps } from './cellSubject';
import { PlaceFacts } from './PlaceFacts';

const useStyles = makeStyles(
  theme => ({
    body: {
      padding: theme.spacing(2),
      fontFamily: theme.typography.fontFamily,
      width: 'min(420px, calc(100vw - 48px))',
      '& > * + *': { marginTop: theme.spacing(1) },
    },
    place: {
      borderTop: `1px solid ${theme.palette.divider}`,
      paddingTop: theme.spacing(1),
    },
  }),
  { name: 'StevedoreCellPopover' },
);

/** All that is known of one cell, and what can be done there. */
export function CellPopover(props: CellPopoverProps) {
  const { subject, onClose } = props;
  const { anchor, item, places, together } = subject;
  const classes = useStyles();
  const ours = useOurs(classes.body);
  const id = useId();
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
      <div {...ours}>
        <Typography id={id} variant="subtitle1" component="h3">
          {freightVersion(item)} in {together ?? places[0].stage.name}
        </Typography>
        {places.map(place => (
          <div
            key={place.stage.name}
            className={together ? classes.place : undefined}
          >
            {together && (
              <Typography variant="subtitle2" component="h4">
                {place.stage.name}
              </Typography>
            )}
            <PlaceFacts {...props} place={place} />
          </div>
        ))}
        <Button size="small" onClick={onClose}>
          Close
        </Button>
      </div>
    </Popover>
  );
}
