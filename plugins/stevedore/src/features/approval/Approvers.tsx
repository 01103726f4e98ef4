import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { DecisionList } from '../../components/approval';
import { Section } from '../../components/plan';
import { StateBadge } from '../../components/state';
import { needLines } from '../../lib/promotion/approvalLines';
import { Withdraw } from './Withdraw';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li': {
        display: 'flex',
        flexWrap: 'wrap',
        gap: theme.spacing(0, 1),
        padding: theme.spacing(0.5, 0),
      },
    },
  }),
  { name: 'StevedoreApprovers' },
);

/** What the policy asks for, who has decided what, and whether it counts. */
export function Approvers({ detail }: { detail: PromotionDetail }) {
  const classes = useStyles();
  const { promotion, approvals, whyNotWithdraw } = detail;
  return (
    <Section title="Approvals">
      <ul className={classes.list} aria-label="What is needed">
        {needLines(promotion.needs).map(({ badge, sentence }) => (
          <li key={sentence}>
            <StateBadge badge={badge} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      {approvals.length === 0 && (
        <Typography variant="body2">Nobody has decided yet.</Typography>
      )}
      <DecisionList approvals={approvals} />
      {!whyNotWithdraw && <Withdraw promotion={promotion} />}
    </Section>
  );
}
