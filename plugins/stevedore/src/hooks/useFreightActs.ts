import { Action, useAction } from './useAction';

/** What people say about one freight. Resolves to true when it was done. */
export interface FreightActs {
  waive: Action<{ stage: string; reason: string }, true>;
  quarantine: Action<{ reason: string }, true>;
  lift: Action<{ reason: string }, true>;
  /** Gives it another alias. */
  rename: Action<{ alias: string }, true>;
}

/** @param name of the freight, the whole one */
export function useFreightActs(project: string, name: string): FreightActs {
  const waive = useAction(
    project,
    async (api, input: { stage: string; reason: string }) => {
      await api.waiveFreight({ project, name, ...input });
      return true as const;
    },
  );
  const quarantine = useAction(
    project,
    async (api, input: { reason: string }) => {
      await api.quarantineFreight({ project, name, ...input });
      return true as const;
    },
  );
  const lift = useAction(project, async (api, input: { reason: string }) => {
    await api.liftQuarantine({ project, name, ...input });
    return true as const;
  });
  const rename = useAction(project, async (api, input: { alias: string }) => {
    await api.changeAlias({ project, name, ...input });
    return true as const;
  });
  return { waive, quarantine, lift, rename };
}
