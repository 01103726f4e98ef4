import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { PipelineOverview } from '@stevedore/plugin-stevedore-common';
import { RelativeTime } from '../../components/time';
import { stageColumns, stageOf } from '../../lib/everywhere/stageColumns';
import { asSentence } from '../../lib/words/plainRefs';
import { MatrixCell } from './MatrixCell';

const useStyles = makeStyles(
  theme => ({
    frame: { overflowX: 'auto' },
    table: {
      borderCollapse: 'collapse',
      minWidth: '100%',
      backgroundColor: theme.palette.background.paper,
      color: theme.palette.text.primary,
      fontSize: theme.typography.body2.fontSize,
      fontVariantNumeric: 'tabular-nums',
      '& th, & td': {
        textAlign: 'left',
        verticalAlign: 'top',
        padding: theme.spacing(0.75, 1.5),
        border: `1px solid ${theme.palette.divider}`,
        fontWeight: 'inherit',
      },
      '& tbody th': { minWidth: 140, maxWidth: 260, overflowWrap: 'anywhere' },
      '& td': { minWidth: 150 },
    },
    link: { textDecoration: 'underline' },
    // what scrolls away sideways would leave its row without a name
    component: {
      position: 'sticky',
      left: 0,
      backgroundColor: theme.palette.background.paper,
      [theme.breakpoints.down('xs')]: { position: 'static' },
    },
  }),
  { name: 'StevedoreMatrix' },
);

export interface MatrixProps {
  rows: PipelineOverview[];
  /** Address of a component's tab. */
  tabOf: (entityRef: string) => string;
}

/** Components down, stages across. */
export function Matrix({ rows, tabOf }: MatrixProps) {
  const classes = useStyles();
  const columns = stageColumns(rows);
  return (
    <div
      className={classes.frame}
      // what scrolls has to be reachable by keyboard
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label="Components and stages"
    >
      <table className={classes.table} aria-label="What runs where">
        <thead>
          <tr>
            <th scope="col" className={classes.component}>
              Component
            </th>
            <th scope="col">Waits</th>
            {columns.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row
              key={row.project}
              row={row}
              columns={columns}
              tab={tabOf(row.entityRef)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  row: PipelineOverview;
  columns: string[];
  tab: string;
}

function Row({ row, columns, tab }: RowProps) {
  const classes = useStyles();
  const { project, paused, runBy, waitingSince } = row;
  return (
    <tr>
      <th scope="row" className={classes.component}>
        <Link to={tab} className={classes.link}>
          {project}
        </Link>
        {runBy && <div>{runBy} runs this</div>}
        {paused && <div>{asSentence(paused)}</div>}
      </th>
      <td>{waitingSince ? <RelativeTime at={waitingSince} /> : 'no'}</td>
      {columns.map(name => {
        const stage = stageOf(row, name);
        return stage ? (
          <MatrixCell key={name} stage={stage} tab={tab} />
        ) : (
          <td key={name}>no such stage</td>
        );
      })}
    </tr>
  );
}
