import type { V1Job } from '@kubernetes/client-node';
import {
  defineVerifier,
  GoesOn,
  Judged,
  VerifierKind,
  VerifierTools,
} from '@stevedore/promotion-engine';
import { z } from 'zod';
import { ClusterError } from '../api/ClusterError';
import { Jobs } from './Jobs';
import { ownLabels } from './ownLabels';

const LOOK_MS = 2_000;
const AWAY_MS = 5_000;

/** Argo's JobMetric. The specification is the cluster's to check. */
const jobSchema = z.strictObject({
  metadata: z
    .looseObject({
      labels: z.record(z.string(), z.string()).optional(),
      annotations: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  spec: z.looseObject({ template: z.looseObject({}) }),
});

const nameOf = (id: string) => `verify-${id}`;

/** Argo's `job` metric provider: a measurement is a Job, and passes when it completes. Conditions do not count. */
export function jobVerifier(jobs: Jobs): VerifierKind {
  return defineVerifier({
    id: 'job',
    schema: jobSchema,
    async measure(config, tools) {
      try {
        return await measure(jobs, config, tools);
      } catch (error) {
        // it goes on there, whether it can be seen from here or not
        if (error instanceof ClusterError && error.passing)
          return new GoesOn(AWAY_MS);
        throw error;
      }
    },
    stop: (_, { id }) => jobs.remove(nameOf(id)),
  });
}

async function measure(
  jobs: Jobs,
  { metadata, spec }: z.infer<typeof jobSchema>,
  { id, project, stage, transcript }: VerifierTools,
): Promise<GoesOn | Judged> {
  const labels = { ...metadata?.labels, ...ownLabels(project, stage) };
  const state = await jobs.follow(nameOf(id), transcript, () => ({
    metadata: { ...metadata, labels },
    spec: spec as unknown as V1Job['spec'],
  }));
  switch (state.status) {
    case 'running':
      return new GoesOn(LOOK_MS);
    case 'complete':
      return new Judged('Successful');
    default:
      return new Judged('Failed', await jobs.failure(state));
  }
}
