import { makeStyles } from '@material-ui/core/styles';
import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { EmptyState, Notice } from '../../components/notice';
import { PlanView } from '../../components/plan';
import { useCommitsOf } from '../../hooks/useCommits';
import { useUrlState } from '../../hooks/useUrlState';
import { Approvers } from './Approvers';
import { Authors } from './Authors';
import { ChangedNotice } from './ChangedNotice';
import { DecisionForm } from './DecisionForm';
import { Delegations } from './Delegations';
import { Emergency } from './Emergency';
import { WhoAsked } from './WhoAsked';
import { useReviewed } from './useReviewed';

const useStyles = makeStyles(
  theme => ({ parts: { '& > * + *': { marginTop: theme.spacing(3) } } }),
  { name: 'StevedoreApprovalPanel' },
);

/** Everything somebody needs to decide, and the decision. */
export function ApprovalPanel({ detail }: { detail: PromotionDetail }) {
  const classes = useStyles();
  const reviewed = useReviewed(detail);
  const { state, update } = useUrlState();
  const { plan, change } = reviewed.detail;
  const { changed, project } = detail.promotion;
  const commits = useCommitsOf(project, change);
  return (
    <div className={classes.parts}>
      <WhoAsked promotion={detail.promotion} />
      <Approvers detail={detail} />
      {detail.authors && <Authors authors={detail.authors} />}
      <ChangedNotice reviewed={reviewed} />
      {!reviewed.changed && changed && (
        <Notice tone="attention">
          The plan changed since it was first asked for; approvals given before
          do not count any more: {changed.join('; ')}.
        </Notice>
      )}
      {plan ? (
        <PlanView
          plan={plan}
          change={change}
          commits={commits}
          view={state.diff ?? 'unified'}
          onView={diff => update({ diff }, { replace: true })}
        />
      ) : (
        <EmptyState title="There is no plan yet">
          It is made before anybody can decide.
        </EmptyState>
      )}
      <Emergency detail={detail} reviewed={reviewed} />
      <Delegations project={project} />
      <DecisionForm detail={detail} reviewed={reviewed} />
    </div>
  );
}
