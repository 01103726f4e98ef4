import { makeStyles } from '@material-ui/core/styles';
import { FreightSummary } from '@stevedore/plugin-stevedore-common';
import { Version } from '../../components/text';
import { compareRows, ComparedVersion } from '../../lib/compare/compareRows';
import { freightVersion } from '../../lib/words/names';

const useStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'collapse',
      fontVariantNumeric: 'tabular-nums',
      '& th, & td': {
        textAlign: 'left',
        verticalAlign: 'top',
        overflowWrap: 'anywhere',
        padding: theme.spacing(1, 1, 1, 0),
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
    },
    quiet: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
      fontWeight: 'normal',
    },
  }),
  { name: 'StevedoreCompareTable' },
);

export interface CompareTableProps {
  from: FreightSummary;
  to: FreightSummary;
}

/** What two freight are made of, side by side. */
export function CompareTable({ from, to }: CompareTableProps) {
  const classes = useStyles();
  return (
    <table className={classes.table} aria-label="What is in them">
      <thead>
        <tr>
          <th scope="col">Artifact</th>
          {[from, to].map((freight, index) => (
            <th scope="col" key={index ? 'to' : 'from'}>
              <Version>{freightVersion(freight)}</Version>
              <div className={classes.quiet}>{freight.alias}</div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {compareRows(from, to).map(row => (
          <tr key={row.key}>
            <th scope="row" title={row.source}>
              {row.kind} {row.name}
              <div className={classes.quiet}>{row.verdict}</div>
            </th>
            <Side version={row.from} />
            <Side version={row.to} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ version }: { version?: ComparedVersion }) {
  const classes = useStyles();
  if (!version) return <td>nothing</td>;
  return (
    <td>
      <Version title={version.whole}>{version.version}</Version>
      {version.digest && (
        <div className={classes.quiet}>
          <Version>{version.digest}</Version>
        </div>
      )}
    </td>
  );
}
