import { Action, useAction } from './useAction';

/** Verifies what a stage holds once more, and ends a verification that runs. */
export function useStageVerification(
  project: string,
  stage: string,
): { again: Action<void, void>; stop: Action<void, void> } {
  const again = useAction(project, api => api.verifyStage({ project, stage }));
  const stop = useAction(project, api =>
    api.stopVerification({ project, stage }),
  );
  return { again, stop };
}
