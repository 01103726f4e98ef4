import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Promotion } from '@stevedore/plugin-stevedore-common';
import { CopyButton } from '../../components/action';
import { PersonName, Version } from '../../components/text';
import { RelativeTime } from '../../components/time';

const SHORT = 12;

const useStyles = makeStyles(
  theme => ({
    digest: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'StevedoreWhoAsked' },
);

/** Who wants it, why, and what exactly the decision is about. */
export function WhoAsked({ promotion }: { promotion: Promotion }) {
  const classes = useStyles();
  const { requester, requestedAt, reason, digest } = promotion;
  return (
    <div>
      <Typography>
        <PersonName entityRef={requester} /> asked for it{' '}
        <RelativeTime at={requestedAt} />
        {reason ? <>: “{reason}”</> : ', without giving a reason.'}
      </Typography>
      {digest && (
        <div className={classes.digest}>
          <span>
            Digest of the plan{' '}
            <Version title={digest}>{digest.slice(0, SHORT)}</Version>
          </span>
          <CopyButton text={digest} what="the digest" />
        </div>
      )}
    </div>
  );
}
