import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FreightVersion } from '@stevedore/plugin-stevedore-common';
import { Version } from '../../components/text';
import { shortVersion } from '../../lib/words/names';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'StevedoreFreightVersions' },
);

/** What the freight is made of. */
export function FreightVersions({ versions }: { versions: FreightVersion[] }) {
  const classes = useStyles();
  return (
    <section>
      <Typography variant="subtitle1" component="h3">
        What is in it
      </Typography>
      <ul className={classes.list}>
        {versions.map(({ kind, source, version, digest, message, author }) => (
          <li key={`${kind} ${source}`}>
            {kind} <Version>{source}</Version>{' '}
            <strong>
              <Version title={digest ?? version}>
                {shortVersion(version)}
              </Version>
            </strong>
            {message && (
              <div className={classes.quiet}>
                {message.split('\n')[0]}
                {author && <> — {author}</>}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
