import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import { exactTime } from '../../lib/time/relativeTime';
import { clockTime, LogLine } from '../../lib/log/logLines';

const useStyles = makeStyles(
  theme => ({
    lines: {
      maxHeight: 320,
      overflow: 'auto',
      marginTop: theme.spacing(1),
      padding: theme.spacing(1),
      border: `1px solid ${theme.palette.divider}`,
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
      fontSize: theme.typography.caption.fontSize,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    time: {
      color: theme.palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
      marginRight: theme.spacing(1),
    },
  }),
  { name: 'StevedoreLogLines' },
);

export interface LogLinesProps {
  lines: readonly LogLine[];
  /** Keeps the newest line in sight. */
  follow: boolean;
  /** Said when there is none. */
  empty: string;
  label: string;
}

export function LogLines({ lines, follow, empty, label }: LogLinesProps) {
  const classes = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (follow && frame.current)
      frame.current.scrollTop = frame.current.scrollHeight;
  }, [follow, lines.length]);
  return (
    <div
      ref={frame}
      className={classes.lines}
      role="region"
      aria-label={label}
      // what scrolls has to be reachable by keyboard
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {lines.length === 0 && empty}
      {lines.map(({ id, at, text }) => (
        <div key={id}>
          <time className={classes.time} dateTime={at} title={exactTime(at)}>
            {clockTime(at)}
          </time>
          {text}
        </div>
      ))}
    </div>
  );
}
