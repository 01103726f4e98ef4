import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FreightChange } from '@stevedore/plugin-stevedore-common';
import { changeSentence, versionChanges } from '../../lib/plan/changeLines';
import { shortSource } from '../../lib/words/names';
import { CommitsBetween, CommitsRead } from '../commits';
import { Version } from '../text';
import { Commits } from './Commits';
import { Section } from './Section';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      fontVariantNumeric: 'tabular-nums',
      '& > li': { overflowWrap: 'anywhere' },
    },
    source: { color: theme.palette.text.secondary },
  }),
  { name: 'StevedoreFromTo' },
);

/** Versions and commits: from what is there to what would be. */
export function FromTo({
  change,
  commits,
}: {
  change: FreightChange;
  /** Absent: they are not asked for. */
  commits?: CommitsRead;
}) {
  const classes = useStyles();
  const sentence = changeSentence(change);
  return (
    <Section title="From → to">
      <ul className={classes.list}>
        {versionChanges(change).map(({ source, from, to }) => (
          <li key={source}>
            <span className={classes.source} title={source}>
              {shortSource(source)}
            </span>{' '}
            <Version>{from ?? 'nothing'}</Version>{' '}
            <span aria-label="becomes">→</span>{' '}
            <Version>{to ?? 'stays as it is'}</Version>
          </li>
        ))}
      </ul>
      {sentence && <Typography variant="body2">{sentence}</Typography>}
      {commits ? (
        <CommitsBetween read={commits}>
          <Commits change={change} />
        </CommitsBetween>
      ) : (
        <Commits change={change} />
      )}
    </Section>
  );
}
