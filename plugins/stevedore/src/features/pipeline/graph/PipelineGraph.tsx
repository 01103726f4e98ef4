import { makeStyles } from '@material-ui/core/styles';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { useMemo } from 'react';
import { layoutGraph, PlacedNode } from '../../../lib/graph/layoutGraph';
import { pipelineGraph } from '../../../lib/graph/pipelineGraph';
import {
  Folds,
  parallelGroups,
  StageGroup,
} from '../../../lib/stage/parallelStages';
import { stageLines } from '../../../lib/stage/stageLines';
import { GroupFacts } from '../card/GroupFacts';
import { StageFacts } from '../card/StageFacts';
import { WarehouseFacts } from '../card/WarehouseFacts';
import { GraphEdges } from './GraphEdges';

const useStyles = makeStyles(
  theme => ({
    // the layout has a margin, but boxes begin where the heading does
    frame: {
      overflowX: 'auto',
      overflowY: 'hidden',
      margin: theme.spacing(0, -1),
    },
    canvas: { position: 'relative', listStyle: 'none', margin: 0, padding: 0 },
    box: {
      position: 'absolute',
      boxSizing: 'border-box',
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      overflow: 'hidden',
    },
    warehouse: { borderStyle: 'dashed' },
  }),
  { name: 'StevedorePipelineGraph' },
);

export interface PipelineGraphProps {
  pipeline: Pipeline;
  onStage: (stage: string) => void;
  onWarehouse: (warehouse: string) => void;
  folds: Folds;
  onUnfold: (group: StageGroup) => void;
}

/** What feeds what, from left to right; boxes are read and reached in that order. */
export function PipelineGraph(props: PipelineGraphProps) {
  const classes = useStyles();
  const { pipeline, folds } = props;
  const { stages, warehouses } = pipeline;
  const { folded, unfolded } = folds;
  const layout = useMemo(
    () =>
      layoutGraph(pipelineGraph({ stages, warehouses }, { folded, unfolded })),
    [stages, warehouses, folded, unfolded],
  );
  return (
    <div className={classes.frame}>
      <ul
        className={classes.canvas}
        style={{ width: layout.width, height: layout.height }}
      >
        <li aria-hidden="true">
          <GraphEdges layout={layout} />
        </li>
        {layout.nodes.map(node => (
          <li
            key={node.id}
            className={`${classes.box} ${
              node.kind === 'warehouse' ? classes.warehouse : ''
            }`}
            style={placeOf(node)}
          >
            <Box {...props} node={node} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Box({
  node,
  pipeline,
  onStage,
  onWarehouse,
  onUnfold,
}: PipelineGraphProps & { node: PlacedNode }) {
  const { project, stages, warehouses, freight } = pipeline;
  if (node.kind === 'warehouse') {
    const warehouse = warehouses.find(({ name }) => name === node.name)!;
    return (
      <WarehouseFacts
        project={project}
        warehouse={warehouse}
        onOpen={() => onWarehouse(node.name)}
      />
    );
  }
  if (node.kind === 'group') {
    const group = parallelGroups(stages).find(({ id }) => id === node.name)!;
    return <GroupFacts group={group} onUnfold={() => onUnfold(group)} />;
  }
  const stage = stages.find(({ name }) => name === node.name)!;
  return (
    <StageFacts
      project={project}
      lines={stageLines(stage, freight)}
      onOpen={() => onStage(stage.name)}
    />
  );
}

function placeOf({ x, y, width, height }: PlacedNode) {
  return { left: x, top: y, width, height };
}
