import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'StevedoreVisuallyHidden' },
);

/** Only for those who listen to the page. */
export function VisuallyHidden({
  children,
  id,
}: {
  children: ReactNode;
  id?: string;
}) {
  const classes = useStyles();
  return (
    <span id={id} className={classes.hidden}>
      {children}
    </span>
  );
}
