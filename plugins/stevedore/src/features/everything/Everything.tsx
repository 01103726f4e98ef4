import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { EmptyState, ErrorNotice, Loading } from '../../components/notice';
import { useEntityTab } from '../../hooks/useEntityTab';
import { EverywhereFilter, usePipelines } from '../../hooks/useEverywhere';
import { ComponentFilter, ComponentFilterProps } from './ComponentFilter';
import { Matrix } from './Matrix';
import { Unmapped } from './Unmapped';

const useStyles = makeStyles(
  theme => ({ parts: { '& > * + *': { marginTop: theme.spacing(1.5) } } }),
  { name: 'StevedoreEverything' },
);

/** Components and their stages, the longest waiting first, and what no component shows. */
export function Everything({ filter, onFilter }: ComponentFilterProps) {
  const classes = useStyles();
  return (
    <div className={classes.parts}>
      <ComponentFilter filter={filter} onFilter={onFilter} />
      <Found filter={filter} />
      <Unmapped />
    </div>
  );
}

function Found({ filter }: { filter: EverywhereFilter }) {
  const tabOf = useEntityTab();
  const { pages, loading, failure, reload, more, loadMore, loadingMore } =
    usePipelines(filter);
  if (loading) return <Loading what="Reading what runs where" />;
  const rows = pages.flatMap(({ items }) => items);
  const filtered = Object.values(filter).some(Boolean);
  return (
    <>
      {failure && (
        <ErrorNotice
          what="What runs where cannot be shown"
          failure={failure}
          retry={reload}
        />
      )}
      {rows.length === 0 && !failure && (
        <EmptyState
          title={filtered ? 'No component fits.' : 'No pipeline yet.'}
        >
          {filtered
            ? 'Take a filter away to see more.'
            : 'A component gets one by the annotation stevedore.dev/stages; here are those that you may see.'}
        </EmptyState>
      )}
      {rows.length > 0 && <Matrix rows={rows} tabOf={tabOf} />}
      {more && (
        <Button size="small" onClick={loadMore} disabled={loadingMore}>
          Show more
        </Button>
      )}
    </>
  );
}
