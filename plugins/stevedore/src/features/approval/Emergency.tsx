import Typography from '@material-ui/core/Typography';
import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { ReasonedAct } from '../../components/action';
import { Section } from '../../components/plan';
import { useEmergency } from '../../hooks/usePeople';
import { asSentence } from '../../lib/words/plainRefs';
import { Reviewed } from './useReviewed';

export interface EmergencyProps {
  detail: PromotionDetail;
  reviewed: Reviewed;
}

/** Passing the rules where they let somebody; nothing where they let nobody. */
export function Emergency({ detail, reviewed }: EmergencyProps) {
  const { promotion, emergency } = detail;
  const { project, name, digest } = promotion;
  const { breakGlass } = useEmergency(project, name);
  if (!emergency) return null;
  const { sentence, whyNot } = emergency;
  const changed = reviewed.changed
    ? 'The plan changed: review it again first.'
    : undefined;
  return (
    <Section title="In an emergency">
      <Typography variant="body2">{asSentence(sentence)}</Typography>
      <ReasonedAct
        id="break-glass"
        label="Break the glass"
        confirm="Break the glass now"
        means="It passes the approval rules that allow that. It stands in the history, and a review follows."
        whyNot={(whyNot && asSentence(whyNot)) ?? changed}
        running={breakGlass.running}
        failure={breakGlass.failure}
        onAct={async reason =>
          (await breakGlass.run({ digest: digest ?? '', reason })) !== undefined
        }
      />
    </Section>
  );
}
