import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    version: {
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
      fontVariantNumeric: 'tabular-nums',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'StevedoreVersion' },
);

/** A version, hash or path. @param title the whole of it, when it is shortened */
export function Version({
  children,
  title,
}: {
  children: ReactNode;
  title?: string;
}) {
  const classes = useStyles();
  return (
    <span className={classes.version} title={title}>
      {children}
    </span>
  );
}
