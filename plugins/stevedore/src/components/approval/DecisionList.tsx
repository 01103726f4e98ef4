import { makeStyles } from '@material-ui/core/styles';
import { PromotionApproval } from '@stevedore/plugin-stevedore-common';
import { decisionLines } from '../../lib/promotion/approvalLines';
import { StateBadge } from '../state';
import { PersonName } from '../text';
import { RelativeTime } from '../time';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li': {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: theme.spacing(0, 1),
        padding: theme.spacing(0.5, 0),
        overflowWrap: 'anywhere',
      },
    },
  }),
  { name: 'StevedoreDecisionList' },
);

/** Who decided what, when and why, and why something does not count. */
export function DecisionList({
  approvals,
}: {
  approvals: readonly PromotionApproval[];
}) {
  const classes = useStyles();
  if (approvals.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Decisions">
      {decisionLines(approvals).map(line => (
        <li key={`${line.actor} ${line.at}`}>
          <StateBadge badge={line.badge} />
          <span>
            <PersonName entityRef={line.actor} />
            {line.mine && ' (you)'}
            {line.onBehalfOf && (
              <>
                {' '}
                for <PersonName entityRef={line.onBehalfOf} />
              </>
            )}
            , <RelativeTime at={line.at} />
            {line.reason && <>: “{line.reason}”</>}
          </span>
          {line.expiresAt && (
            <span>
              expires <RelativeTime at={line.expiresAt} />
            </span>
          )}
          {line.whyNot && <span>{line.whyNot}</span>}
        </li>
      ))}
    </ul>
  );
}
