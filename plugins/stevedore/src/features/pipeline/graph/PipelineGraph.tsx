import { makeStyles } from '@material-ui/core/styles';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { useMemo } from 'react';
import { layoutGraph, PlacedNode } from '../../../lib/graph/layoutGraph';
import { pipelineGraph } from '../../../lib/graph/pipelineGraph';
import { stageLines } from '../../../lib/stage/stageLines';
import { StageFacts } from '../card/StageFacts';
import { WarehouseFacts } from '../card/WarehouseFacts';
import { GraphEdges } from './GraphEdges';

const useStyles = makeStyles(
  theme => ({
    frame: { overflowX: 'auto', overflowY: 'hidden' },
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
}

/** What feeds what, from left to right; boxes are read and reached in that order. */
export function PipelineGraph({ pipeline, onStage }: PipelineGraphProps) {
  const classes = useStyles();
  const { stages, warehouses } = pipeline;
  const layout = useMemo(
    () => layoutGraph(pipelineGraph({ stages, warehouses })),
    [stages, warehouses],
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
            <Box node={node} pipeline={pipeline} onStage={onStage} />
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
}: PipelineGraphProps & { node: PlacedNode }) {
  const { project, stages, warehouses, freight } = pipeline;
  if (node.kind === 'warehouse') {
    const warehouse = warehouses.find(({ name }) => name === node.name)!;
    return <WarehouseFacts project={project} warehouse={warehouse} />;
  }
  const stage = stages.find(({ name }) => name === node.name)!;
  return (
    <StageFacts
      lines={stageLines(stage, freight)}
      onOpen={() => onStage(stage.name)}
    />
  );
}

function placeOf({ x, y, width, height }: PlacedNode) {
  return { left: x, top: y, width, height };
}
