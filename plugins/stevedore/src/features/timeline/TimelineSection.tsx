import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { useId } from 'react';
import { DisabledReasonButton } from '../../components/action';
import { EmptyState, ErrorNotice, Loading } from '../../components/notice';
import { RelativeTime } from '../../components/time';
import { FreightFilter, useFreight } from '../../hooks/useFreight';
import { Folds, StageGroup } from '../../lib/stage/parallelStages';
import { FilterBar } from './filter/FilterBar';
import { FreightGrid } from './grid/FreightGrid';

const useStyles = makeStyles(
  theme => ({
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(1),
    },
    title: { marginRight: 'auto' },
  }),
  { name: 'StevedoreTimelineSection' },
);

export interface TimelineSectionProps {
  pipeline: Pipeline;
  filter: FreightFilter;
  onFilter: (change: Partial<FreightFilter>) => void;
  folds: Folds;
  onFold: (group: StageGroup) => void;
  onPlan: (stage: string, freight: string) => void;
  onPromotion: (promotion: string) => void;
  onFreight: (freight: string) => void;
  /** Opens a warehouse, to put freight together. */
  onAssemble: (warehouse: string) => void;
}

/** Time runs down, stages run across; the cell is the place to act. */
export function TimelineSection(props: TimelineSectionProps) {
  const { pipeline, filter, onFilter, onAssemble, ...open } = props;
  const classes = useStyles();
  const id = useId();
  const list = useFreight(pipeline, filter);
  const [first] = pipeline.warehouses;
  const chosen = filter.warehouse ?? first?.name;
  const filtered = Object.values(filter).some(Boolean);
  return (
    <section aria-labelledby={id}>
      <div className={classes.header}>
        <Typography
          id={id}
          variant="h6"
          component="h2"
          className={classes.title}
        >
          Freight
        </Typography>
        <FilterBar pipeline={pipeline} filter={filter} onFilter={onFilter} />
        {chosen && (
          <DisabledReasonButton
            id="assemble"
            size="small"
            variant="outlined"
            reason={pipeline.whyNot?.assemble}
            onClick={() => onAssemble(chosen)}
          >
            Assemble
          </DisabledReasonButton>
        )}
      </div>
      {list.failure && (
        <ErrorNotice
          what="Some freight could not be read"
          failure={list.failure}
          retry={list.reload}
        />
      )}
      {list.loading && <Loading what="Looking for freight" />}
      {list.items.length > 0 && (
        <FreightGrid
          pipeline={pipeline}
          list={list}
          listName={JSON.stringify(filter)}
          {...open}
        />
      )}
      {list.items.length === 0 && !list.loading && !list.failure && (
        <NothingListed pipeline={pipeline} filtered={filtered} />
      )}
    </section>
  );
}

function NothingListed({
  pipeline,
  filtered,
}: {
  pipeline: Pipeline;
  filtered: boolean;
}) {
  if (filtered)
    return (
      <EmptyState title="No freight matches">
        Search for a part of a version or of an alias, or take a filter away.
      </EmptyState>
    );
  return (
    <EmptyState title="No freight yet">
      The first is made as soon as a warehouse finds something.
      <ul>
        {pipeline.warehouses.map(({ name, watches, checkedAt }) => (
          <li key={name}>
            {name} watches {watches.join(', ')};{' '}
            {checkedAt ? (
              <>
                looked <RelativeTime at={checkedAt} />
              </>
            ) : (
              'has not looked yet'
            )}
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
