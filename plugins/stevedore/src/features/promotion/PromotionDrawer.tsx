import { FreightPage, Promotion } from '@stevedore/plugin-stevedore-common';
import { EmptyState, ErrorNotice, Loading } from '../../components/notice';
import { SidePanel } from '../../components/panel';
import { VisuallyHidden } from '../../components/text';
import { usePromotion } from '../../hooks/usePromotion';
import { queuedBy } from '../../lib/promotion/queuedBy';
import {
  announcement,
  promotionTitle,
  steering,
} from '../../lib/promotion/promotionTitle';
import { PromotionBody, PromotionBodyProps } from './PromotionBody';
import { Steer, SteerProps, WayBack } from './Steer';

export interface PromotionDrawerProps
  extends Omit<PromotionBodyProps, 'detail'> {
  project: string;
  /** Says what holds a promotion back in its queue. */
  freight: FreightPage;
  /** Name of the promotion. */
  promotion: string;
  onClose: () => void;
  /** Opens another promotion. */
  onPromotion: (promotion: string) => void;
  /** The way back from it, where its stage has one. */
  wayBack: (promotion: Promotion) => WayBack | undefined;
}

/** One promotion from its request to its end, live. */
export function PromotionDrawer(props: PromotionDrawerProps) {
  const { project, promotion: name, onClose, onPromotion, wayBack } = props;
  const { data: read, loading, failure, reload } = usePromotion(project, name);
  const data = read && {
    ...read,
    promotion: queuedBy(read.promotion, props.freight),
  };
  return (
    <SidePanel
      title={data ? promotionTitle(data.promotion) : 'Promotion'}
      onClose={onClose}
      footer={
        data && (
          <Steering
            detail={data}
            onPromotion={onPromotion}
            back={wayBack(data.promotion)}
          />
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

/** Nothing where nothing can be done with it any more. */
function Steering(props: SteerProps) {
  const { abort, retry } = steering(props.detail.promotion);
  return abort || retry || props.back ? <Steer {...props} /> : null;
}
