import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { DisabledReasonButton, ReasonField } from '../../components/action';
import { ErrorNotice } from '../../components/notice';
import { useSteering } from '../../hooks/usePromotionActions';
import { steering } from '../../lib/promotion/promotionTitle';

const useStyles = makeStyles(
  theme => ({
    steer: { '& > * + *': { marginTop: theme.spacing(1) } },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedoreSteer' },
);

/** From what a promotion brought, to what was there before. */
export interface WayBack {
  /** Version of what would be there again. */
  version: string;
  /** Why the reader may not, from the backend. */
  whyNot?: string;
  /** Opens the plan of it. */
  onPlan: () => void;
}

export interface SteerProps {
  detail: PromotionDetail;
  onPromotion: (promotion: string) => void;
  /** Present while what it brought is in the stage. */
  back?: WayBack;
}

/** Abort while it is on its way; retry when it asks or has ended badly; back from where it led. */
export function Steer({ detail, onPromotion, back }: SteerProps) {
  const classes = useStyles();
  const { promotion, whyNotAbort, whyNotRetry } = detail;
  const { abort, retry } = useSteering(promotion.project, promotion.name);
  const [aborting, setAborting] = useState(false);
  const can = steering(promotion);
  const tryAgain = async () => {
    const next = await retry.run({});
    if (next && next.name !== promotion.name) onPromotion(next.name);
  };
  return (
    <div className={classes.steer}>
      {abort.failure && (
        <ErrorNotice what="It was not aborted" failure={abort.failure} />
      )}
      {retry.failure && (
        <ErrorNotice what="It was not tried again" failure={retry.failure} />
      )}
      {aborting && can.abort ? (
        <AbortForm
          onAbort={async reason => {
            await abort.run({ reason });
            setAborting(false);
          }}
          onKeep={() => setAborting(false)}
        />
      ) : (
        <div className={classes.buttons}>
          {can.retry && (
            <DisabledReasonButton
              variant="contained"
              color="primary"
              reason={
                whyNotRetry ?? (retry.running ? 'It is asked for.' : undefined)
              }
              onClick={tryAgain}
            >
              Retry
            </DisabledReasonButton>
          )}
          {can.abort && (
            <DisabledReasonButton
              variant="outlined"
              reason={whyNotAbort}
              onClick={() => setAborting(true)}
            >
              Abort
            </DisabledReasonButton>
          )}
          {back && (
            <DisabledReasonButton
              id="roll-back"
              variant="outlined"
              reason={back.whyNot}
              onClick={back.onPlan}
            >
              Roll back to {back.version}
            </DisabledReasonButton>
          )}
        </div>
      )}
    </div>
  );
}

function AbortForm({
  onAbort,
  onKeep,
}: {
  onAbort: (reason?: string) => void;
  onKeep: () => void;
}) {
  const classes = useStyles();
  const [reason, setReason] = useState('');
  return (
    <>
      <ReasonField value={reason} onChange={setReason} />
      <div className={classes.buttons}>
        <Button
          variant="contained"
          color="primary"
          onClick={() => onAbort(reason.trim() || undefined)}
        >
          Abort now
        </Button>
        <Button onClick={onKeep}>Keep it going</Button>
      </div>
    </>
  );
}
