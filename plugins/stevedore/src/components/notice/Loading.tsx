import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    loading: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(2),
      // it may stand on the page itself, where the secondary colour is too pale
      color: theme.palette.text.primary,
    },
  }),
  { name: 'StevedoreLoading' },
);

/** @param what e.g. `Reading the pipeline` */
export function Loading({ what }: { what: string }) {
  const classes = useStyles();
  return (
    <div className={classes.loading} role="status">
      <CircularProgress size={16} color="inherit" aria-hidden="true" />
      <span>{what} …</span>
    </div>
  );
}
