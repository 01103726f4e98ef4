import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { EmptyState, ErrorNotice, Loading } from '../../components/notice';
import { useEntityTab } from '../../hooks/useEntityTab';
import { useWaiting } from '../../hooks/useEverywhere';
import { waitingLines } from '../../lib/everywhere/waitingLines';
import { WaitingItem } from './WaitingItem';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li + li': { marginTop: theme.spacing(1) },
    },
    parts: { '& > * + *': { marginTop: theme.spacing(1.5) } },
  }),
  { name: 'StevedoreWaitingOnMe' },
);

/** Everything that waits for the reader, in every component; the longest waiting first. */
export function WaitingOnMe() {
  const classes = useStyles();
  const tabOf = useEntityTab();
  const { pages, loading, failure, reload, more, loadMore, loadingMore } =
    useWaiting();
  if (loading) return <Loading what="Reading what waits for you" />;
  const lines = waitingLines(pages);
  return (
    <div className={classes.parts}>
      {failure && (
        <ErrorNotice
          what="What waits for you cannot be shown"
          failure={failure}
          retry={reload}
        />
      )}
      {lines.length === 0 && !failure && (
        <EmptyState
          title={
            more ? 'Nothing so far waits for you.' : 'Nothing waits for you.'
          }
        >
          Decisions on promotions, questions of running ones and reviews of
          emergencies come here.
        </EmptyState>
      )}
      <ul className={classes.list} aria-label="Waiting on me">
        {lines.map(line => (
          <WaitingItem
            key={line.key}
            line={line}
            tab={line.entityRef && tabOf(line.entityRef)}
          />
        ))}
      </ul>
      {more && (
        <Button size="small" onClick={loadMore} disabled={loadingMore}>
          Show more
        </Button>
      )}
    </div>
  );
}
