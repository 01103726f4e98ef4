import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { SourceCommit } from '@stevedore/plugin-stevedore-common';
import { titleParts } from '../../lib/commits/commitLines';
import { shortVersion } from '../../lib/words/names';
import { PersonName, Version } from '../text';
import { RelativeTime } from '../time';

const useStyles = makeStyles(
  theme => ({
    item: {
      overflowWrap: 'anywhere',
      padding: theme.spacing(0.25, 0),
    },
    quiet: { color: theme.palette.text.secondary },
    link: { textDecoration: 'underline' },
  }),
  { name: 'StevedoreCommitItem' },
);

/** Title, tickets, who and when; the id leads to the commit. */
export function CommitItem({ commit }: { commit: SourceCommit }) {
  const classes = useStyles();
  const { id, author, user, at, url } = commit;
  const short = <Version title={id}>{shortVersion(id)}</Version>;
  return (
    <li className={classes.item}>
      {url ? (
        <Link to={url} className={classes.link}>
          {short}
        </Link>
      ) : (
        short
      )}{' '}
      {titleParts(commit).map(part =>
        typeof part === 'string' ? (
          part
        ) : (
          <Link key={part.name} to={part.url} className={classes.link}>
            {part.name}
          </Link>
        ),
      )}
      <span className={classes.quiet}>
        {' · '}
        {user ? <PersonName entityRef={user} /> : author}
        {' · '}
        <RelativeTime at={at} />
      </span>
    </li>
  );
}
