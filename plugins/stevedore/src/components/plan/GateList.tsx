import { makeStyles } from '@material-ui/core/styles';
import { GateVerdict } from '@stevedore/plugin-stevedore-common';
import { gateLines, GateLine } from '../../lib/plan/gateLines';
import { StateBadge } from '../state';
import { Version } from '../text';
import { Countdown } from '../time';
import { Section } from './Section';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li': {
        padding: theme.spacing(0.75, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1),
      '& > :first-child': { minWidth: '11ch' },
    },
    sentence: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
    // below the sentence, not below its badge; narrow pages have no room for that
    evidence: {
      [theme.breakpoints.up('sm')]: {
        paddingLeft: `calc(11ch + ${theme.spacing(1)}px)`,
      },
      color: theme.palette.text.secondary,
      '& dl': {
        display: 'grid',
        gridTemplateColumns: 'auto 1fr',
        gap: theme.spacing(0, 1),
        margin: 0,
      },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
  }),
  { name: 'StevedoreGateList' },
);

/** Gates, those in the way first: what is missing, who can give it, when it clears by itself. */
export function GateList({ gates }: { gates: readonly GateVerdict[] }) {
  const classes = useStyles();
  return (
    <Section title="Gates">
      <ul className={classes.list}>
        {gateLines(gates).map(line => (
          <li key={line.gate}>
            <div className={classes.line}>
              <StateBadge badge={line.badge} />
              <span className={classes.sentence}>
                {line.sentence} {line.clearedBy}{' '}
                {line.clearsAt && <Countdown until={line.clearsAt} />}
              </span>
            </div>
            <Evidence line={line} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Evidence({ line }: { line: GateLine }) {
  const classes = useStyles();
  if (line.evidence.length === 0) return null;
  return (
    <details className={classes.evidence}>
      <summary>What this rests on (gate {line.gate})</summary>
      <dl>
        {line.evidence.map(({ name, value }) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name} value`}>
            <Version>{value}</Version>
          </dd>,
        ])}
      </dl>
    </details>
  );
}
