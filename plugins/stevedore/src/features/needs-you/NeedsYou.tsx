import Button from '@material-ui/core/Button';
import { Promotion } from '@stevedore/plugin-stevedore-common';
import { Notice } from '../../components/notice';
import { PersonName, Version } from '../../components/text';
import { RelativeTime } from '../../components/time';
import { freightVersion } from '../../lib/words/names';

export interface NeedsYouProps {
  promotions: Promotion[];
  onReview: (promotion: string) => void;
}

/** What waits for the reader; nothing when nothing does. */
export function NeedsYou({ promotions, onReview }: NeedsYouProps) {
  if (promotions.length === 0) return null;
  return (
    <section aria-label="Needs you">
      {promotions.map(promotion => (
        <Notice
          key={promotion.name}
          tone="attention"
          actions={
            <Button
              size="small"
              variant="contained"
              color="primary"
              id={`needs-you-${promotion.name}`}
              onClick={() => onReview(promotion.name)}
            >
              Review {freightVersion(promotion.freight)} for {promotion.stage}
            </Button>
          }
        >
          <strong>{promotion.stage}</strong> waits for your approval of{' '}
          <Version>{freightVersion(promotion.freight)}</Version>, requested by{' '}
          <PersonName entityRef={promotion.requester} />{' '}
          <RelativeTime at={promotion.requestedAt} />
          {promotion.reason && <>: “{promotion.reason}”</>}
        </Notice>
      ))}
    </section>
  );
}
