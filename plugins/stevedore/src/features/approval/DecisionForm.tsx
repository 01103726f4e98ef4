import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { DisabledReasonButton, ReasonField } from '../../components/action';
import { ErrorNotice, Notice } from '../../components/notice';
import { PersonName } from '../../components/text';
import { Decisions, useDecisions } from '../../hooks/usePromotionActions';
import { approvalLeadsTo } from '../../lib/promotion/approvalLines';
import { asSentence } from '../../lib/words/plainRefs';
import { Reviewed } from './useReviewed';

const useStyles = makeStyles(
  theme => ({
    form: {
      position: 'sticky',
      bottom: theme.spacing(-2),
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.paper,
      '& > * + *': { marginTop: theme.spacing(1) },
    },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedoreDecisionForm' },
);

export interface DecisionFormProps {
  detail: PromotionDetail;
  reviewed: Reviewed;
}

/** Approve and reject, always in sight; or why this reader does not decide. */
export function DecisionForm({ detail, reviewed }: DecisionFormProps) {
  const classes = useStyles();
  const { promotion, mayDecide, whyNot } = detail;
  const decisions = useDecisions(promotion.project, promotion.name);
  return (
    <section className={classes.form} aria-label="Your decision">
      <Refused decisions={decisions} />
      {!mayDecide && whyNot && (
        <Notice tone="attention">{asSentence(whyNot)}</Notice>
      )}
      {reviewed.changed ? (
        <Button variant="contained" color="primary" onClick={reviewed.review}>
          The plan changed: review again
        </Button>
      ) : (
        <Choice
          // a reason that was typed for another plan is not carried over
          key={promotion.digest}
          detail={detail}
          decisions={decisions}
        />
      )}
    </section>
  );
}

function Refused({ decisions }: { decisions: Decisions }) {
  const failure = decisions.approve.failure ?? decisions.reject.failure;
  return failure ? (
    <ErrorNotice what="Your decision was not taken" failure={failure} />
  ) : null;
}

function Choice({
  detail,
  decisions,
}: {
  detail: PromotionDetail;
  decisions: Decisions;
}) {
  const classes = useStyles();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { promotion, mayDecide, whyNot, reasonRequired } = detail;
  const mine = detail.approvals.find(
    each => each.mine && each.counts && each.decision === 'approved',
  );
  const running = decisions.approve.running || decisions.reject.running;
  const why = whyNot ?? (running ? 'It is being decided.' : undefined);
  const decide = (kind: 'approve' | 'reject') => {
    const given = reason.trim();
    setMissing(reasonRequired && !given);
    if (reasonRequired && !given) return;
    decisions.approve.clear();
    decisions.reject.clear();
    void decisions[kind].run({
      digest: promotion.digest ?? '',
      reason: given || undefined,
      onBehalfOf: detail.onBehalfOf,
    });
  };
  return (
    <>
      {mayDecide && (
        <>
          {detail.onBehalfOf && (
            <Typography variant="body2">
              You decide in the name of{' '}
              <PersonName entityRef={detail.onBehalfOf} />, who is absent.
            </Typography>
          )}
          <Typography variant="body2">
            {mine ? 'You approved this plan.' : approvalLeadsTo(detail)}
          </Typography>
          <ReasonField
            value={reason}
            onChange={setReason}
            required={reasonRequired}
            missing={missing}
          />
        </>
      )}
      <div className={classes.buttons}>
        <DisabledReasonButton
          variant="contained"
          color="primary"
          reason={mine ? 'You approved this plan already.' : why}
          onClick={() => decide('approve')}
        >
          Approve
        </DisabledReasonButton>
        <DisabledReasonButton
          variant="outlined"
          reason={why}
          onClick={() => decide('reject')}
        >
          Reject
        </DisabledReasonButton>
      </div>
    </>
  );
}
