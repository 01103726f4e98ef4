import { makeStyles } from '@material-ui/core/styles';
import { CalendarWindowItem } from '@stevedore/plugin-stevedore-common';
import { EmptyState } from '../../components/notice';
import { Section } from '../../components/plan';
import { useToday } from '../../components/time';
import { agenda, AgendaTime, momentText } from '../../lib/calendar/agenda';
import { exactTime } from '../../lib/time/relativeTime';

const useStyles = makeStyles(
  theme => ({
    day: { marginTop: theme.spacing(1), fontWeight: 500 },
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li': {
        display: 'flex',
        flexWrap: 'wrap',
        gap: theme.spacing(0, 1.5),
        padding: theme.spacing(0.5, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
        fontVariantNumeric: 'tabular-nums',
      },
    },
    what: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'StevedoreAgenda' },
);

/** The next month, day by day. */
export function Agenda({ windows }: { windows: CalendarWindowItem[] }) {
  const classes = useStyles();
  const days = agenda(windows, useToday());
  return (
    <Section title="The next month">
      {days.length === 0 && <EmptyState title="No window is active in it." />}
      {days.map(({ label, times }) => (
        <div key={label}>
          <h4 className={classes.day}>{label}</h4>
          <ul className={classes.list} aria-label={label}>
            {times.map(time => (
              <Line key={time.key} time={time} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function Line({ time: { window, start, end } }: { time: AgendaTime }) {
  const classes = useStyles();
  const { name, kind, scope } = window;
  return (
    <li>
      <span>
        <time dateTime={start} title={exactTime(start)}>
          {momentText(start)}
        </time>
        {' – '}
        <time dateTime={end} title={exactTime(end)}>
          {momentText(end)}
        </time>
      </span>
      <span className={classes.what}>
        <strong>{name}</strong>: {scope} is{' '}
        {kind === 'Deny' ? 'closed' : 'open'}
      </span>
    </li>
  );
}
