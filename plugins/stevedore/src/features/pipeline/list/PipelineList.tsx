import { makeStyles } from '@material-ui/core/styles';
import { Pipeline, PipelineStage } from '@stevedore/plugin-stevedore-common';
import { duration } from '../../../lib/time/relativeTime';
import {
  Folds,
  StageGroup,
  StageSpot,
  stageSpots,
} from '../../../lib/stage/parallelStages';
import { stageLines } from '../../../lib/stage/stageLines';
import { GroupFacts } from '../card/GroupFacts';
import { StageFacts } from '../card/StageFacts';
import { WarehouseFacts } from '../card/WarehouseFacts';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gap: theme.spacing(1),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    },
    box: {
      position: 'relative',
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      minWidth: 0,
    },
    from: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
      marginBottom: theme.spacing(0.5),
    },
  }),
  { name: 'StevedorePipelineList' },
);

export interface PipelineListProps {
  pipeline: Pipeline;
  onStage: (stage: string) => void;
  onWarehouse: (warehouse: string) => void;
  folds: Folds;
  onUnfold: (group: StageGroup) => void;
}

/** The graph in words: stages in order, each with what feeds it. */
export function PipelineList(props: PipelineListProps) {
  const { pipeline, folds } = props;
  const classes = useStyles();
  const { project, warehouses, stages } = pipeline;
  return (
    <ul className={classes.list}>
      {warehouses.map(warehouse => (
        <li key={`warehouse/${warehouse.name}`} className={classes.box}>
          <div className={classes.from}>Warehouse</div>
          <WarehouseFacts
            project={project}
            warehouse={warehouse}
            onOpen={() => props.onWarehouse(warehouse.name)}
          />
        </li>
      ))}
      {stageSpots(stages, folds).map(spot => (
        <li key={spot.key} className={classes.box}>
          <div className={classes.from}>{sourcesOf(spot.stages[0])}</div>
          <Spot {...props} spot={spot} />
        </li>
      ))}
    </ul>
  );
}

function Spot({
  pipeline,
  spot,
  onStage,
  onUnfold,
}: PipelineListProps & { spot: StageSpot }) {
  const { group, folded, stages } = spot;
  if (group && folded)
    return <GroupFacts group={group} onUnfold={() => onUnfold(group)} />;
  const [stage] = stages;
  return (
    <StageFacts
      project={pipeline.project}
      lines={stageLines(stage, pipeline.freight)}
      onOpen={() => onStage(stage.name)}
    />
  );
}

function sourcesOf({ edges }: PipelineStage): string {
  const sources = edges.map(({ from, kind, requiredSoakMs }) => {
    const source = kind === 'warehouse' ? `warehouse ${from}` : from;
    return requiredSoakMs > 0
      ? `${source}, soaks ${duration(requiredSoakMs)}`
      : source;
  });
  return sources.length > 0 ? `from ${sources.join('; ')}` : 'from nowhere yet';
}
