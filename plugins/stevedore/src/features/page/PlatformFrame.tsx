import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { useOurs } from '../../components/ours';
import { LiveMark } from '../../components/state';
import { NowProvider } from '../../components/time';
import { ReadProvider } from '../../hooks/ReadProvider';
import { useLive } from '../../hooks/useLive';

const useStyles = makeStyles(
  theme => ({
    page: {
      minWidth: 0,
      padding: theme.spacing(2, 3),
      fontFamily: theme.typography.fontFamily,
      color: theme.palette.text.primary,
      '& > * + *': { marginTop: theme.spacing(2) },
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2, 1) },
    },
    head: {
      display: 'flex',
      justifyContent: 'space-between',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      '& h2': { margin: 0, fontSize: theme.typography.h6.fontSize },
    },
  }),
  { name: 'StevedorePlatformFrame' },
);

export interface PlatformFrameProps {
  title: string;
  children: ReactNode;
}

/** Around each page of the platform: it reads, keeps time and follows changes. */
export function PlatformFrame(props: PlatformFrameProps) {
  const classes = useStyles();
  const ours = useOurs(classes.page);
  return (
    <ReadProvider>
      <NowProvider>
        {/* takes the focus when what had it is gone */}
        <div {...ours} tabIndex={-1}>
          <Content {...props} />
        </div>
      </NowProvider>
    </ReadProvider>
  );
}

function Content({ title, children }: PlatformFrameProps) {
  const classes = useStyles();
  const { live } = useLive();
  return (
    <>
      <div className={classes.head}>
        <h2>{title}</h2>
        <LiveMark live={live} />
      </div>
      {children}
    </>
  );
}
