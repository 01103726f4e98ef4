import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { GraphLayout } from '../../../lib/graph/layoutGraph';

const useStyles = makeStyles(
  theme => ({
    lines: {
      position: 'absolute',
      inset: 0,
      color: theme.palette.text.secondary,
      pointerEvents: 'none',
    },
    label: {
      fontSize: theme.typography.caption.fontSize,
      fontFamily: theme.typography.fontFamily,
      fill: theme.palette.text.primary,
      textAnchor: 'middle',
      paintOrder: 'stroke',
      stroke: theme.palette.background.default,
      strokeWidth: 4,
    },
  }),
  { name: 'StevedoreGraphEdges' },
);

/** The lines between the boxes; the list says the same in words. */
export function GraphEdges({ layout }: { layout: GraphLayout }) {
  const classes = useStyles();
  const arrow = useId();
  return (
    <svg className={classes.lines} width={layout.width} height={layout.height}>
      <defs>
        <marker
          id={arrow}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M0 0l8 4-8 4z" fill="currentColor" />
        </marker>
      </defs>
      {layout.edges.map(({ from, to, path }) => (
        <path
          key={`${from} ${to}`}
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          markerEnd={`url(#${arrow})`}
        />
      ))}
      {layout.edges.map(
        ({ from, to, label, labelAt }) =>
          label && (
            <text
              key={`${from} ${to}`}
              className={classes.label}
              x={labelAt.x}
              y={labelAt.y - 8}
            >
              {label}
            </text>
          ),
      )}
    </svg>
  );
}
