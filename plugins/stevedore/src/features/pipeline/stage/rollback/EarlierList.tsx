import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RollbackOption } from '@stevedore/plugin-stevedore-common';
import { DisabledReasonButton } from '../../../../components/action';
import { ErrorNotice, Loading } from '../../../../components/notice';
import { StateBadge } from '../../../../components/state';
import { Version } from '../../../../components/text';
import { RelativeTime } from '../../../../components/time';
import { useRollbackOptions } from '../../../../hooks/useRollback';
import { Badge } from '../../../../lib/words/badge';
import { freightVersion } from '../../../../lib/words/names';
import { asSentence } from '../../../../lib/words/plainRefs';

type Earlier = NonNullable<RollbackOption['earlier']>[number];

const VERIFIED: Badge = { shape: 'check', tone: 'good', word: 'verified' };
const NOT: Badge = { shape: 'ring', tone: 'quiet', word: 'not verified' };

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li': {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: theme.spacing(0.5, 1.5),
        padding: theme.spacing(0.75, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    what: { flex: '1 1 160px', minWidth: 0 },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'StevedoreEarlierList' },
);

export interface EarlierListProps {
  project: string;
  /** Name of the stage. */
  stage: string;
  /** Opens the plan of going back to this freight. */
  onRollback: (freight: string) => void;
}

/** Everything that was in the stage before, newest first. */
export function EarlierList({ project, stage, onRollback }: EarlierListProps) {
  const classes = useStyles();
  const { data, loading, failure, reload } = useRollbackOptions(project, stage);
  if (loading) return <Loading what="Reading what was here before" />;
  if (!data)
    return failure ? (
      <ErrorNotice
        what="What was here before cannot be shown"
        failure={failure}
        retry={reload}
      />
    ) : null;
  const all = data.options.flatMap(({ earlier = [] }) => earlier);
  if (all.length === 0)
    return (
      <Typography variant="body2">Nothing else was here before.</Typography>
    );
  return (
    <ul className={classes.list} aria-label="What was here before">
      {all.map(each => (
        <li key={each.freight.name}>
          <What earlier={each} />
          <DisabledReasonButton
            id={`rollback-to-${each.freight.name}`}
            size="small"
            variant="outlined"
            reason={data.whyNot ?? (each.whyNot && asSentence(each.whyNot))}
            onClick={() => onRollback(each.freight.name)}
          >
            Back to {freightVersion(each.freight)}
          </DisabledReasonButton>
        </li>
      ))}
    </ul>
  );
}

function What({ earlier: { freight, verified, since } }: { earlier: Earlier }) {
  const classes = useStyles();
  return (
    <span className={classes.what}>
      <Version title={freight.name}>{freightVersion(freight)}</Version>{' '}
      <span className={classes.quiet}>{freight.alias}</span>{' '}
      <StateBadge badge={verified ? VERIFIED : NOT} />{' '}
      {since && (
        <span className={classes.quiet}>
          came <RelativeTime at={since} />
        </span>
      )}
    </span>
  );
}
