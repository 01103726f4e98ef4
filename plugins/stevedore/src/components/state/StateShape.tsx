import { makeStyles } from '@material-ui/core/styles';
import { ReactElement } from 'react';
import { Shape, Tone } from '../../lib/words/badge';

const useStyles = makeStyles(
  theme => ({
    shape: { flex: 'none', width: 14, height: 14, display: 'block' },
    good: { color: theme.palette.status.ok },
    attention: { color: theme.palette.status.warning },
    bad: { color: theme.palette.status.error },
    busy: { color: theme.palette.status.running },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'StevedoreStateShape' },
);

const LINE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const SHAPES: Record<Shape, ReactElement> = {
  dot: <circle cx="8" cy="8" r="5.5" fill="currentColor" />,
  ring: <circle cx="8" cy="8" r="5" {...LINE} />,
  check: <path d="M3 8.5 6.5 12 13 4.5" {...LINE} />,
  hourglass: (
    <path
      d="M4 2.5h8M4 13.5h8M5 2.5c0 3 3 4 3 5.5s-3 2.5-3 5.5M11 2.5c0 3-3 4-3 5.5s3 2.5 3 5.5"
      {...LINE}
      strokeWidth="1.5"
    />
  ),
  arrow: <path d="M2.5 8h10M8.5 4l4 4-4 4" {...LINE} />,
  half: (
    <>
      <circle cx="8" cy="8" r="5" {...LINE} />
      <path d="M8 3a5 5 0 0 1 0 10z" fill="currentColor" />
    </>
  ),
  stack: <path d="M3 4.5h10M3 8h10M3 11.5h10" {...LINE} />,
  play: <path d="M5 3v10l8-5z" fill="currentColor" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" {...LINE} />,
  bar: (
    <>
      <circle cx="8" cy="8" r="5.5" {...LINE} strokeWidth="1.5" />
      <path d="M5 8h6" {...LINE} />
    </>
  ),
  dash: <path d="M4.5 8h7" {...LINE} />,
  question: (
    <path d="M5.5 6a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M8 13v.1" {...LINE} />
  ),
  shield: (
    <path
      d="M8 2 13 4v4c0 3-2 5-5 6-3-1-5-3-5-6V4zM5.5 10.5l5-5"
      {...LINE}
      strokeWidth="1.5"
    />
  ),
  skip: <path d="m3.5 4 4 4-4 4M8.5 4l4 4-4 4" {...LINE} />,
};

/** A shape without its word; the word stands beside it. */
export function StateShape({ shape, tone }: { shape: Shape; tone: Tone }) {
  const classes = useStyles();
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`${classes.shape} ${classes[tone]}`}
    >
      {SHAPES[shape]}
    </svg>
  );
}
