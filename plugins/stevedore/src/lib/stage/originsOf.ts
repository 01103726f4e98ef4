import { PipelineStage } from '@stevedore/plugin-stevedore-common';

/** Keys of the origins whose freight the stage takes or has on hold, each once. */
export function originsOf({ edges, holds }: PipelineStage): string[] {
  const origins = [...edges, ...holds].flatMap(({ origin }) => origin ?? []);
  return [...new Set(origins)];
}
