import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { useUrlState } from '../../hooks/useUrlState';
import { FreightDrawer } from '../freight';
import { StageDrawer } from '../pipeline';

/** The drawer that the address names. Each gets what it needs from here, and knows no other. */
export function DrawerSwitch({ pipeline }: { pipeline: Pipeline }) {
  const { state, open, close } = useUrlState();
  const { drawer } = state;
  switch (drawer?.kind) {
    case 'stage':
      return (
        <StageDrawer
          pipeline={pipeline}
          stage={drawer.stage}
          onClose={close}
          onHistory={stage => open({ kind: 'history', stage })}
          onPromotion={promotion => open({ kind: 'promotion', promotion })}
        />
      );
    case 'freight':
      return (
        <FreightDrawer
          pipeline={pipeline}
          freight={drawer.freight}
          onClose={close}
          onPlan={stage =>
            open({ kind: 'plan', stage, freight: drawer.freight })
          }
          onPromotion={promotion => open({ kind: 'promotion', promotion })}
        />
      );
    default:
      return null;
  }
}
