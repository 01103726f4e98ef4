import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    empty: {
      padding: theme.spacing(3, 2),
      color: theme.palette.text.primary,
      '& > * + *': { marginTop: theme.spacing(1) },
    },
  }),
  { name: 'StevedoreEmptyState' },
);

/** Nothing yet, and how something comes. */
export function EmptyState({
  title,
  children,
}: {
  title: string;
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.empty}>
      <Typography variant="subtitle1" component="p">
        {title}
      </Typography>
      {children && (
        <Typography variant="body2" component="div">
          {children}
        </Typography>
      )}
    </div>
  );
}
