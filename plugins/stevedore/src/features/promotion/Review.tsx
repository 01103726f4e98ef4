import { Promotion, PromotionReview } from '@stevedore/plugin-stevedore-common';
import { ReasonedAct } from '../../components/action';
import { Notice } from '../../components/notice';
import { PersonName } from '../../components/text';
import { RelativeTime } from '../../components/time';
import { useEmergency } from '../../hooks/usePeople';
import { asSentence, plainRefs } from '../../lib/words/plainRefs';

export interface ReviewProps {
  promotion: Promotion;
  review: PromotionReview;
}

/** What was passed in an emergency has to be looked at afterwards. */
export function Review({ promotion, review }: ReviewProps) {
  const { project, name } = promotion;
  const { closeReview } = useEmergency(project, name);
  const { by, reason, reviewers, closed, whyNot } = review;
  if (closed)
    return (
      <Notice tone="good">
        Passed in an emergency, and reviewed by{' '}
        <PersonName entityRef={closed.actor} /> <RelativeTime at={closed.at} />:
        “{closed.reason}”
      </Notice>
    );
  return (
    <Notice tone="attention">
      <strong>Passed in an emergency</strong> by{' '}
      {by.map((each, index) => (
        <span key={each}>
          {index > 0 && ', '}
          <PersonName entityRef={each} />
        </span>
      ))}
      : “{reason}”. It has to be reviewed by{' '}
      {reviewers.map(plainRefs).join(' or ')}.
      <ReasonedAct
        id="close-review"
        label="Close the review"
        confirm="Close it"
        means="What came of looking at it; it stays in the history."
        whyNot={whyNot && asSentence(whyNot)}
        running={closeReview.running}
        failure={closeReview.failure}
        onAct={async said =>
          (await closeReview.run({ reason: said })) !== undefined
        }
      />
    </Notice>
  );
}
