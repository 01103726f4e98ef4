import { Application, REFRESH } from './application';
import { DesiredSources } from './desiredSources';
import { infoOf, Initiator } from './decideOperation';

/**
 * The merge patch that sets sources and asks for a sync. It is refused when the Application changed since it was read.
 * `automated` is false for what a person asked for: Argo CD's sync windows then count it as manual.
 */
export function syncPatch(
  application: Application,
  { sources }: DesiredSources,
  by: { initiator: Initiator; requester: string },
) {
  const { metadata, spec } = application;
  const several = Boolean(spec?.sources?.length);
  const { retry, syncOptions } = spec?.syncPolicy ?? {};
  const targets = sources.map(({ targetRevision }) => targetRevision ?? '');
  return {
    metadata: {
      resourceVersion: metadata.resourceVersion,
      annotations: { [REFRESH]: 'hard' },
    },
    spec: several ? { sources } : { source: sources[0] },
    operation: {
      initiatedBy: {
        username: by.requester,
        automated: by.requester.startsWith('component:'),
      },
      info: [
        {
          name: 'Reason',
          value: 'A promotion asked for a sync of this Application.',
        },
        ...infoOf(by.initiator),
      ],
      ...(retry !== undefined && { retry }),
      sync: {
        ...(syncOptions && { syncOptions }),
        ...(several ? { revisions: targets } : { revision: targets[0] }),
      },
    },
  };
}

/** Lets Argo CD read Git anew. */
export const refreshPatch = () => ({
  metadata: { annotations: { [REFRESH]: 'hard' } },
});
