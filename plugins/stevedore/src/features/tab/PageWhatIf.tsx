import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { UrlStateHandle } from '../../hooks/useUrlState';
import { Drawer } from '../../lib/url/urlState';
import { WhatIf } from '../what-if';

export interface PageWhatIfProps {
  pipeline: Pipeline;
  drawer: Extract<Drawer, { kind: 'plan' | 'stage' }>;
  url: UrlStateHandle;
}

/** Asks the gates of the stage that is open; the address says what. */
export function PageWhatIf({ pipeline, drawer, url }: PageWhatIfProps) {
  const { ifFreight, at, ...opened } = drawer;
  // what something else runs asks gates of its own
  if (pipeline.runBy) return null;
  return (
    <WhatIf
      project={pipeline.project}
      stage={drawer.stage}
      freight={pipeline.freight.items}
      begin={drawer.kind === 'plan' ? drawer.freight : undefined}
      asked={{ ifFreight, at }}
      onAsk={asked =>
        url.update({ drawer: { ...opened, ...asked } }, { replace: true })
      }
    />
  );
}
