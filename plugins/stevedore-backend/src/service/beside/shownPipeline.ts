import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { INSTEAD, notHere } from './notHere';

/** A pipeline as its runner shows it: without what only the engine has, and with a sentence where a button would be. */
export function shownPipeline(
  pipeline: Pipeline,
  by: { name: string; target: string; unseen?: string },
): Pipeline {
  const why = (what: keyof typeof INSTEAD) => notHere(by.name, INSTEAD[what]);
  return {
    ...pipeline,
    runBy: by,
    needsMe: [],
    whyNot: {
      assemble: why('assemble'),
      alias: why('alias'),
      quarantine: why('quarantine'),
      lift: why('quarantine'),
    },
    stages: pipeline.stages.map(
      ({ rollbacks: _, rollback, queue, inputs, ...stage }) => ({
        ...stage,
        whyNot: {
          hold: why('hold'),
          verify: why('verify'),
          rollback: why('rollback'),
        },
      }),
    ),
  };
}
