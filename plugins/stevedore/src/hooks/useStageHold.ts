import { Action, useAction } from './useAction';

export interface HoldInput {
  /** e.g. `Warehouse/web`. */
  origin: string;
  reason?: string;
}

/** Stops auto-promotion of one origin into a stage, and lets it go on. */
export function useStageHold(
  project: string,
  stage: string,
): { hold: Action<HoldInput, void>; resume: Action<HoldInput, void> } {
  const hold = useAction(project, (api, input: HoldInput) =>
    api.holdStage({ project, stage, ...input }),
  );
  const resume = useAction(project, (api, input: HoldInput) =>
    api.resumeStage({ project, stage, ...input }),
  );
  return { hold, resume };
}
