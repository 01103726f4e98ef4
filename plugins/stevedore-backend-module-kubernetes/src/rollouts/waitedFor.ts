import { RolloutWhere } from '@stevedore/promotion-engine';
import { z } from 'zod';
import { WatchedObject } from '../objects/objectsHealth';
import { ROLLOUTS } from './rollout';

/** The step whose workloads belong to its stage, too. */
const WAITS = 'rollout-wait';

/** Either has a name, or labels. */
export interface WaitedRollout {
  cluster?: string;
  namespace: string;
  name?: string;
  matchLabels?: Record<string, string>;
}

/** What holds an expression is known only once the step is done. */
const text = z.string().refine(value => !value.includes('${{'));

const written = z.object({
  kind: z.literal(ROLLOUTS.kind),
  cluster: text.optional(),
  namespace: text,
  name: text.optional(),
  matchLabels: z.record(z.string(), text).optional(),
});

/** Rollouts that steps wait for: those that a step found, or else those that stand in its configuration. */
export function waitedFor(steps: RolloutWhere['steps']): WaitedRollout[] {
  return steps
    .filter(({ uses }) => uses === WAITS)
    .flatMap(({ intent, config }): WaitedRollout[] => {
      const found = intent?.objects as WatchedObject[] | undefined;
      if (found)
        return found
          .filter(({ kind }) => kind === ROLLOUTS.kind)
          .map(({ cluster, namespace, name }) => ({
            cluster,
            namespace,
            name,
          }));
      const { workloads } = config;
      return (Array.isArray(workloads) ? workloads : []).flatMap(
        each => written.safeParse(each).data ?? [],
      );
    });
}
