import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { ReactNode, useId } from 'react';
import { EmptyState } from '../../components/notice';
import { PipelineView } from '../../lib/url/urlState';
import { FoldButtons, foldButtonId, Folding } from './FoldButtons';
import { PipelineGraph } from './graph/PipelineGraph';
import { PipelineList } from './list/PipelineList';

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
  { name: 'StevedorePipelineSection' },
);

export interface PipelineSectionProps extends Folding {
  pipeline: Pipeline;
  /** As the address says; the width of the screen decides when it says nothing. */
  view?: PipelineView;
  onView: (view: PipelineView) => void;
  onStage: (stage: string) => void;
  onWarehouse: (warehouse: string) => void;
  onHistory: () => void;
  onCalendar: () => void;
  /** How fresh it is. */
  mark: ReactNode;
}

/** What is in each stage. */
export function PipelineSection(props: PipelineSectionProps) {
  const { pipeline, onView, onStage, onHistory, mark } = props;
  const { folds, onFold } = props;
  const classes = useStyles();
  const id = useId();
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const view = props.view ?? (narrow ? 'list' : 'graph');
  const View = view === 'list' ? PipelineList : PipelineGraph;
  return (
    <section aria-labelledby={id}>
      <div className={classes.header}>
        <Typography
          id={id}
          variant="h6"
          component="h2"
          className={classes.title}
        >
          Pipeline
        </Typography>
        {mark}
        <FoldButtons stages={pipeline.stages} folds={folds} onFold={onFold} />
        {/* they do not reach what something else runs */}
        {!pipeline.runBy && (
          <Button
            id="calendar"
            size="small"
            variant="outlined"
            onClick={props.onCalendar}
          >
            Locks and windows
          </Button>
        )}
        <Button
          id="history"
          size="small"
          variant="outlined"
          onClick={onHistory}
        >
          History
        </Button>
        <ButtonGroup size="small" aria-label="Form of the pipeline">
          {(['graph', 'list'] as const).map(each => (
            <Button
              key={each}
              aria-pressed={view === each}
              variant={view === each ? 'contained' : 'outlined'}
              onClick={() => onView(each)}
            >
              {each}
            </Button>
          ))}
        </ButtonGroup>
      </div>
      {pipeline.stages.length === 0 ? (
        <EmptyState title="No stages yet">
          {pipeline.problems.length > 0
            ? 'They are here as soon as the definition is mended.'
            : 'The definition names none.'}
        </EmptyState>
      ) : (
        <View
          pipeline={pipeline}
          onStage={onStage}
          onWarehouse={props.onWarehouse}
          folds={folds}
          onUnfold={group => {
            // the box that was pressed goes away
            document.getElementById(foldButtonId(group))?.focus();
            onFold(group);
          }}
        />
      )}
    </section>
  );
}
