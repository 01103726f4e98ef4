import { makeStyles } from '@material-ui/core/styles';
import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { DisabledReasonButton, ReasonedAct } from '../../components/action';
import { ErrorNotice } from '../../components/notice';
import { useSteering } from '../../hooks/usePromotionActions';
import { abortMeans, steering } from '../../lib/promotion/promotionTitle';

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
  const can = steering(promotion);
  const tryAgain = async () => {
    const next = await retry.run({});
    if (next && next.name !== promotion.name) onPromotion(next.name);
  };
  return (
    <div className={classes.steer}>
      {retry.failure && (
        <ErrorNotice what="It was not tried again" failure={retry.failure} />
      )}
      <div className={classes.buttons}>
        {can.retry && (
          <DisabledReasonButton
            id="promotion-retry"
            size="small"
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
          <ReasonedAct
            id="promotion-abort"
            label="Abort"
            confirm="Abort now"
            means={abortMeans(promotion)}
            optional
            whyNot={whyNotAbort}
            running={abort.running}
            failure={abort.failure}
            onAct={async reason =>
              (await abort.run({ reason: reason || undefined })) !== undefined
            }
          />
        )}
        {back && (
          <DisabledReasonButton
            id="roll-back"
            size="small"
            variant="outlined"
            reason={back.whyNot}
            onClick={back.onPlan}
          >
            Roll back to {back.version}
          </DisabledReasonButton>
        )}
      </div>
    </div>
  );
}
