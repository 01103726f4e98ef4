import { Promotion } from '@stevedore/plugin-stevedore-common';
import { EmptyState, ErrorNotice, Loading } from '../../components/notice';
import { SidePanel } from '../../components/panel';
import { VisuallyHidden } from '../../components/text';
import { usePromotion } from '../../hooks/usePromotion';
import {
  announcement,
  promotionTitle,
  steering,
} from '../../lib/promotion/promotionTitle';
import { PromotionBody, PromotionBodyProps } from './PromotionBody';
import { Steer } from './Steer';

export interface PromotionDrawerProps
  extends Omit<PromotionBodyProps, 'detail'> {
  project: string;
  /** Name of the promotion. */
  promotion: string;
  onClose: () => void;
  /** Opens another promotion. */
  onPromotion: (promotion: string) => void;
}

/** One promotion from its request to its end, live. */
export function PromotionDrawer(props: PromotionDrawerProps) {
  const { project, promotion: name, onClose, onPromotion } = props;
  const { data, loading, failure, reload } = usePromotion(project, name);
  return (
    <SidePanel
      title={data ? promotionTitle(data.promotion) : 'Promotion'}
      onClose={onClose}
      footer={
        data &&
        canSteer(data.promotion) && (
          <Steer detail={data} onPromotion={onPromotion} />
        )
      }
    >
      {loading && <Loading what="Reading the promotion" />}
      {failure?.kind === 'missing' && (
        <EmptyState title="This promotion is not there">
          {failure.sentence}
        </EmptyState>
      )}
      {failure && failure.kind !== 'missing' && (
        <ErrorNotice
          what={
            data
              ? 'The promotion could not be read again'
              : 'The promotion cannot be shown'
          }
          failure={failure}
          retry={reload}
        />
      )}
      {data && <PromotionBody {...props} detail={data} />}
      <VisuallyHidden>
        <span aria-live="polite">{data && announcement(data.promotion)}</span>
      </VisuallyHidden>
    </SidePanel>
  );
}

function canSteer(promotion: Promotion): boolean {
  const { abort, retry } = steering(promotion);
  return abort || retry;
}
