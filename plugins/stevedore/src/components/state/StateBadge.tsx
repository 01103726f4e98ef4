import { makeStyles } from '@material-ui/core/styles';
import { Badge } from '../../lib/words/badge';
import { StateShape } from './StateShape';

const useStyles = makeStyles(
  theme => ({
    badge: {
      display: 'inline-flex',
      // on the line of the text around it, with the shape at half its height
      alignItems: 'baseline',
      '& > svg': { alignSelf: 'center' },
      gap: theme.spacing(0.75),
      color: theme.palette.text.primary,
    },
  }),
  { name: 'StevedoreStateBadge' },
);

/** A state as shape, colour and word. */
export function StateBadge({ badge }: { badge: Badge }) {
  const classes = useStyles();
  return (
    <span className={classes.badge}>
      <StateShape shape={badge.shape} tone={badge.tone} />
      <span>{badge.word}</span>
    </span>
  );
}
