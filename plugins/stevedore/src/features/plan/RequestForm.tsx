import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { PlanAnswer, PromotionAsk } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { DisabledReasonButton, ReasonField } from '../../components/action';
import { ErrorNotice, Notice } from '../../components/notice';
import { useRequestPromotion } from '../../hooks/useRequestPromotion';
import { asSentence, plainRefs } from '../../lib/words/plainRefs';

const useStyles = makeStyles(
  theme => ({
    form: { '& > * + *': { marginTop: theme.spacing(1) } },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedoreRequestForm' },
);

const OTHER_VALUES =
  'The plan was made with other values: plan with the new ones first.';

export interface RequestFormProps {
  project: string;
  /** The request that adopts the plan that is shown. */
  ask: PromotionAsk;
  answer: PlanAnswer;
  /** Other values were given since it was planned. */
  changed: boolean;
  onAgain: () => void;
  onPromotion: (promotion: string) => void;
}

/** The button that says what will happen, and why it cannot where it cannot. */
export function RequestForm({
  project,
  ask,
  answer,
  changed,
  onAgain,
  onPromotion,
}: RequestFormProps) {
  const classes = useStyles();
  const [reason, setReason] = useState('');
  const { run, running, failure } = useRequestPromotion(project);
  const { whyNot, action, open } = answer;
  const other = changed ? OTHER_VALUES : undefined;
  const request = async () => {
    const promotion = await run({ ...ask, reason: reason.trim() || undefined });
    if (promotion) onPromotion(promotion.name);
  };
  return (
    <div className={classes.form}>
      {failure && (
        <ErrorNotice
          what="It was not asked for"
          failure={failure}
          retry={onAgain}
        />
      )}
      {whyNot ? (
        <Notice tone="attention">{asSentence(whyNot)}</Notice>
      ) : (
        <ReasonField value={reason} onChange={setReason} />
      )}
      <div className={classes.buttons}>
        <DisabledReasonButton
          variant="contained"
          color="primary"
          reason={
            whyNot ?? other ?? (running ? 'It is being asked for.' : undefined)
          }
          onClick={request}
        >
          {open ? plainRefs(action) : `Promote to ${ask.stage}`}
        </DisabledReasonButton>
        <Button onClick={onAgain}>Plan again</Button>
      </div>
    </div>
  );
}
