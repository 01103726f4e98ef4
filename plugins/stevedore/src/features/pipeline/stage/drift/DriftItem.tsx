import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DriftRow } from '@stevedore/plugin-stevedore-common';
import { StateBadge } from '../../../../components/state';
import { Version } from '../../../../components/text';
import { driftBadge, sideText } from '../../../../lib/words/driftBadge';

const useStyles = makeStyles(
  theme => ({
    first: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 1),
    },
    sides: {
      display: 'grid',
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      gap: theme.spacing(0, 1),
      margin: theme.spacing(0.5, 0),
      fontSize: theme.typography.body2.fontSize,
    },
    name: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
    value: { margin: 0 },
    other: { fontWeight: 'bold' },
  }),
  { name: 'StevedoreDriftItem' },
);

const KINDS: Record<DriftRow['kind'], string> = {
  image: 'Image',
  chart: 'Chart',
  commit: 'Commit of',
  revision: 'Files on',
};

/** One thing that was promoted, as it was, as Git has it and as it runs. */
export function DriftItem({ row }: { row: DriftRow }) {
  const classes = useStyles();
  const sides = [
    { name: 'Promoted', text: row.promoted, known: true, differs: false },
    ...[
      { name: 'Git', side: row.git },
      { name: 'Running', side: row.running },
    ].map(({ name, side }) => ({
      name,
      text: sideText(side),
      known: side.value !== undefined,
      differs: side.status === 'differs',
    })),
  ];
  return (
    <>
      <div className={classes.first}>
        <Typography variant="body2">
          {KINDS[row.kind]} <Version>{row.name}</Version>
        </Typography>
        <StateBadge badge={driftBadge(row.verdict)} />
      </div>
      <dl className={classes.sides}>
        {sides.map(({ name, text, known, differs }) => (
          <div key={name}>
            <dt className={classes.name}>{name}</dt>
            <dd className={`${classes.value} ${differs ? classes.other : ''}`}>
              {known ? <Version>{text}</Version> : text}
            </dd>
          </div>
        ))}
      </dl>
      <Typography variant="body2">{row.sentence}</Typography>
    </>
  );
}
