import { makeStyles } from '@material-ui/core/styles';
import { Calendar } from '@stevedore/plugin-stevedore-common';
import { ReactNode } from 'react';
import { ErrorNotice, Loading } from '../../components/notice';
import { useCalendar } from '../../hooks/useCalendar';

const useStyles = makeStyles(
  theme => ({
    parts: {
      '& > * + *': { marginTop: theme.spacing(1.5) },
      // labels of the secondary colour have too little contrast on the page itself
      '& [role="group"]': {
        backgroundColor: theme.palette.background.paper,
        borderRadius: theme.shape.borderRadius,
        padding: theme.spacing(1.5),
      },
    },
  }),
  { name: 'StevedoreOfPlatform' },
);

export interface OfPlatformProps {
  /** `Locks`, for sentences. */
  what: string;
  children: (calendar: Calendar) => ReactNode;
}

/** What is said beyond components, once it is known. */
export function OfPlatform({ what, children }: OfPlatformProps) {
  const classes = useStyles();
  const { data, loading, failure, reload } = useCalendar();
  if (loading) return <Loading what={`Reading ${what.toLowerCase()}`} />;
  return (
    <div className={classes.parts}>
      {failure && (
        <ErrorNotice
          what={`${what} cannot be shown`}
          failure={failure}
          retry={reload}
        />
      )}
      {data && children(data)}
    </div>
  );
}
