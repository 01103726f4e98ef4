import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Shape, Tone } from '../../lib/words/badge';
import { StateShape } from '../state';

const useStyles = makeStyles(
  theme => ({
    notice: {
      display: 'flex',
      alignItems: 'flex-start',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 1.5),
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderLeft: `4px solid ${theme.palette.status.aborted}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      color: theme.palette.text.primary,
      overflowWrap: 'anywhere',
    },
    mark: { paddingTop: 3 },
    body: { flex: '1 1 200px', minWidth: 0 },
    good: { borderLeftColor: theme.palette.status.ok },
    attention: { borderLeftColor: theme.palette.status.warning },
    bad: { borderLeftColor: theme.palette.status.error },
    busy: { borderLeftColor: theme.palette.status.running },
    quiet: {},
    withActions: { alignItems: 'center' },
  }),
  { name: 'StevedoreNotice' },
);

const SHAPES: Record<Tone, Shape> = {
  good: 'check',
  attention: 'half',
  bad: 'cross',
  busy: 'play',
  quiet: 'dash',
};

export interface NoticeProps {
  tone: Tone;
  children: ReactNode;
  /** Buttons, at the end of the line. */
  actions?: ReactNode;
  /** `alert` is read out at once: only for what the reader just caused. */
  role?: 'alert' | 'status';
}

/** A sentence that stands out, with what can be done about it. */
export function Notice({ tone, children, actions, role }: NoticeProps) {
  const classes = useStyles();
  return (
    <div
      className={`${classes.notice} ${classes[tone]} ${
        actions ? classes.withActions : ''
      }`}
      role={role}
    >
      <span className={classes.mark}>
        <StateShape shape={SHAPES[tone]} tone={tone} />
      </span>
      <div className={classes.body}>{children}</div>
      {actions}
    </div>
  );
}
