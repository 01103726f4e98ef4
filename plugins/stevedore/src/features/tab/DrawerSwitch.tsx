import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { useUrlState } from '../../hooks/useUrlState';
import { CalendarDrawer } from '../calendar';
import { HistoryDrawer } from '../history';
import { StageDrawer } from '../pipeline';
import { WarehouseDrawer } from '../warehouse';
import { FreightDrawers } from './FreightDrawers';
import { PageWhatIf } from './PageWhatIf';
import { PromotingDrawer } from './PromotingDrawer';

/** The drawer that the address names. Each gets what it needs from here, and knows no other. */
export function DrawerSwitch({ pipeline }: { pipeline: Pipeline }) {
  const url = useUrlState();
  const { state, update, open, close } = url;
  const { drawer } = state;
  const { project } = pipeline;
  const openPromotion = (promotion: string) =>
    open({ kind: 'promotion', promotion });
  switch (drawer?.kind) {
    case 'stage':
      return (
        <StageDrawer
          pipeline={pipeline}
          stage={drawer.stage}
          onClose={close}
          onHistory={stage => open({ kind: 'history', stage })}
          onCalendar={stage => open({ kind: 'calendar', stage })}
          onRollback={freight =>
            open({ kind: 'rollback', stage: drawer.stage, freight })
          }
          onPromotion={openPromotion}
          whatIf={<PageWhatIf pipeline={pipeline} drawer={drawer} url={url} />}
        />
      );
    case 'freight':
    case 'compare':
      return <FreightDrawers pipeline={pipeline} drawer={drawer} url={url} />;
    case 'plan':
    case 'rollback':
    case 'promotion':
      return <PromotingDrawer pipeline={pipeline} drawer={drawer} url={url} />;
    case 'warehouse':
      return (
        <WarehouseDrawer
          pipeline={pipeline}
          warehouse={drawer.of}
          onWarehouse={of =>
            update({ drawer: { kind: 'warehouse', of } }, { replace: true })
          }
          onFreight={freight => open({ kind: 'freight', freight })}
          onClose={close}
        />
      );
    case 'calendar':
      return (
        <CalendarDrawer
          pipeline={pipeline}
          stage={drawer.stage}
          onClose={close}
        />
      );
    case 'history':
      return (
        <HistoryDrawer
          project={project}
          stage={drawer.stage}
          stages={pipeline.stages.map(each => each.name)}
          onStage={stage =>
            update({ drawer: { kind: 'history', stage } }, { replace: true })
          }
          onPromotion={openPromotion}
          onClose={close}
        />
      );
    default:
      return null;
  }
}
