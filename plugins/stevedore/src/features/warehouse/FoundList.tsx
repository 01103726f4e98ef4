import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FoundVersions } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { EmptyState } from '../../components/notice';
import { Version } from '../../components/text';
import { RelativeTime } from '../../components/time';
import { foundKey, foundLabel } from '../../lib/warehouse/assemble';
import { shortVersion } from '../../lib/words/names';

/** Shown until somebody wants more. */
const FIRST = 5;

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'StevedoreFoundList' },
);

/** What each subscription found, best first. */
export function FoundList({ found }: { found: readonly FoundVersions[] }) {
  return (
    <section>
      <Typography variant="subtitle1" component="h3">
        What it found
      </Typography>
      {found.length === 0 && (
        <EmptyState title="Nothing yet">
          It stands here as soon as something fits what is watched.
        </EmptyState>
      )}
      {found.map(each => (
        <Subscription key={foundKey(each)} found={each} />
      ))}
    </section>
  );
}

function Subscription({ found }: { found: FoundVersions }) {
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const { repoURL, versions } = found;
  const shown = all ? versions : versions.slice(0, FIRST);
  const label = foundLabel(found);
  return (
    <>
      <Typography variant="subtitle2" component="h4" title={repoURL}>
        {label}
      </Typography>
      {versions.length === 0 && (
        <Typography variant="body2">Nothing fits.</Typography>
      )}
      <ul className={classes.list} aria-label={`Versions of ${label}`}>
        {shown.map(({ version, digest, createdAt, message, author }) => (
          <li key={`${version} ${digest}`}>
            <Version title={digest ?? version}>{shortVersion(version)}</Version>{' '}
            {message?.split('\n')[0]}{' '}
            <span className={classes.quiet}>
              {author && `${author} `}
              {createdAt && <RelativeTime at={createdAt} />}
            </span>
          </li>
        ))}
      </ul>
      {versions.length > FIRST && !all && (
        <Button size="small" onClick={() => setAll(true)}>
          {versions.length - FIRST} more of {label}
        </Button>
      )}
    </>
  );
}
