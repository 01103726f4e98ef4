import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { UrlStateHandle } from '../../hooks/useUrlState';
import { Drawer } from '../../lib/url/urlState';
import { CompareDrawer } from '../compare';
import { FreightDrawer } from '../freight';

export interface FreightDrawersProps {
  pipeline: Pipeline;
  drawer: Extract<Drawer, { kind: 'freight' | 'compare' }>;
  url: UrlStateHandle;
}

/** One freight, or two side by side. */
export function FreightDrawers({ pipeline, drawer, url }: FreightDrawersProps) {
  const { update, open, close } = url;
  if (drawer.kind === 'compare')
    return (
      <CompareDrawer
        pipeline={pipeline}
        from={drawer.from}
        to={drawer.to}
        onEnds={ends =>
          update({ drawer: { kind: 'compare', ...ends } }, { replace: true })
        }
        onClose={close}
      />
    );
  const { freight } = drawer;
  return (
    <FreightDrawer
      pipeline={pipeline}
      freight={freight}
      onClose={close}
      onPlan={stage => open({ kind: 'plan', stage, freight })}
      onPromotion={promotion => open({ kind: 'promotion', promotion })}
      onCompare={from => open({ kind: 'compare', from, to: freight })}
    />
  );
}
