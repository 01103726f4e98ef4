import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { HistoryEntry } from '@stevedore/plugin-stevedore-common';
import { StateShape } from '../../components/state';
import { PersonName } from '../../components/text';
import { RelativeTime, useToday } from '../../components/time';
import { historyDays } from '../../lib/history/historyDays';
import {
  historyLine,
  isPerson,
  whoActed,
} from '../../lib/history/historySentence';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li': {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: theme.spacing(0, 1),
        padding: theme.spacing(0.75, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    body: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
    when: { color: theme.palette.text.secondary },
  }),
  { name: 'StevedoreHistoryList' },
);

export interface HistoryListProps {
  entries: readonly HistoryEntry[];
  onPromotion: (promotion: string) => void;
}

/** Entries under their days, each a sentence. */
export function HistoryList({ entries, onPromotion }: HistoryListProps) {
  const classes = useStyles();
  const today = useToday();
  return (
    <>
      {historyDays(entries, today).map(({ label, entries: ofDay }) => (
        <section key={label} aria-label={label}>
          <Typography variant="subtitle2" component="h3">
            {label}
          </Typography>
          <ul className={classes.list}>
            {ofDay.map(entry => (
              <li key={entry.seq}>
                <Entry entry={entry} onPromotion={onPromotion} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Entry({
  entry,
  onPromotion,
}: {
  entry: HistoryEntry;
  onPromotion: (promotion: string) => void;
}) {
  const classes = useStyles();
  const { badge, sentence, why, result } = historyLine(entry);
  const { promotion } = entry;
  return (
    <>
      <StateShape shape={badge.shape} tone={badge.tone} />
      <span className={classes.body}>
        {isPerson(entry.actor) ? (
          <PersonName entityRef={entry.actor} />
        ) : (
          whoActed(entry.actor)
        )}{' '}
        {sentence}
        {result && ` (${result})`}
        {why && <>: “{why}”</>}{' '}
        <span className={classes.when}>
          <RelativeTime at={entry.at} />
        </span>
      </span>
      {promotion && (
        <Button
          size="small"
          id={`history-${entry.seq}`}
          aria-label={`Open promotion ${promotion}`}
          onClick={() => onPromotion(promotion)}
        >
          Open
        </Button>
      )}
    </>
  );
}
