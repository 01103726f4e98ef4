import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FreightChange } from '@stevedore/plugin-stevedore-common';
import { commitLines, sourceLines } from '../../lib/plan/changeLines';
import { shortVersion } from '../../lib/words/names';
import { Version } from '../text';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      fontVariantNumeric: 'tabular-nums',
      '& > li': { overflowWrap: 'anywhere' },
    },
    quiet: { color: theme.palette.text.secondary },
    link: { textDecoration: 'underline' },
  }),
  { name: 'StevedoreCommits' },
);

/** Commits that are added or undone: those that are known one by one, and where all of them can be read. */
export function Commits({ change }: { change: FreightChange }) {
  const classes = useStyles();
  const commits = commitLines(change);
  const sources = sourceLines(change);
  if (commits.length === 0 && sources.length === 0) return null;
  const what = change.direction === 'back' ? 'undone' : 'added';
  return (
    <>
      <Typography variant="body2">Commits that are {what}:</Typography>
      <ul className={classes.list}>
        {commits.map(({ commit, title, author }) => (
          <li key={commit}>
            <Version title={commit}>{shortVersion(commit)}</Version> {title}
            {author && <span className={classes.quiet}> · {author}</span>}
          </li>
        ))}
        {sources.map(({ key, repository, range, words, url }) => (
          <li key={key}>
            {repository} <Version>{range}</Version>
            {url && (
              <>
                {' '}
                <Link to={url} className={classes.link}>
                  {words} in {repository}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
