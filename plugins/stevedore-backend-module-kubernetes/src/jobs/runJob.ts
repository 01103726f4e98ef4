import type { V1Job } from '@kubernetes/client-node';
import {
  defineStep,
  errored,
  failed,
  parseDuration,
  StepContext,
  StepOutcome,
} from '@stevedore/promotion-engine';
import { createHash } from 'node:crypto';
import { outcomeOf, Unfinished, unsuccessful, waiting } from '../stepOutcomes';
import { Jobs } from './Jobs';
import { EndedJob } from './judgeJob';
import { ownLabels } from './ownLabels';
import { formatOf, readOutput } from './readOutput';
import { RunJobConfig, runJobSchema } from './runJobSchema';
import { transformOutput } from './transformOutput';

const KIND = 'run-job';
const LOOK_MS = 2_000;
const OUTPUT_FILE = '/dev/termination-log';

type Context = StepContext<never>;

/** Runs a container as a Job, waits for its end and gives what it wrote to later steps. */
export function runJob(jobs: Jobs) {
  return defineStep<RunJobConfig, never>({
    id: KIND,
    effect: 'external',
    schema: runJobSchema,
    capabilities: [],
    // the Job has a time of its own
    defaultTimeoutMs: 0,
    external: {
      async describe(context, config) {
        if (secondsOf(config) === undefined)
          return failed(
            `run-job: timeout is ${JSON.stringify(
              config.timeout,
            )}, no duration such as 90s or 10m`,
          ) as Unfinished;
        const { image, command = [], args = [], env } = config;
        return {
          status: 'planned',
          effect: {
            step: context.alias,
            kind: KIND,
            target: `run ${image} in ${jobs.place}`,
            call: {
              image,
              command: [...command, ...args],
              env: env.map(({ name }) => name),
            },
          },
        };
      },

      intend: async context => ({ job: nameOf(context) }),

      // the name makes it the same Job, however often it is tried
      async attempt(context, config, intent) {
        const name = intent.job as string;
        try {
          const state = await jobs.follow(name, context.transcript, () =>
            jobOf(context, config),
          );
          if (state.status !== 'running')
            return await judge(config, { jobs, state });
          const { obstacle } = state;
          return waiting(
            obstacle
              ? `Job ${name} in ${jobs.place} ${obstacle}`
              : `Job ${name} runs in ${jobs.place}`,
            LOOK_MS,
          );
        } catch (error) {
          return outcomeOf(error);
        }
      },

      recognise: async () => ({ status: 'notDone' }),
      repeats: true,

      stop: (_, __, intent) => jobs.remove(intent.job as string),
    },
  });
}

async function judge(
  config: RunJobConfig,
  { jobs, state }: { jobs: Jobs; state: EndedJob },
): Promise<StepOutcome> {
  if (state.status === 'failed')
    return unsuccessful(`${config.image}: ${await jobs.failure(state)}`);
  const { source, transform } = config.output ?? {};
  if (!source) return { status: 'succeeded' };
  const { container } = state;
  if (!container)
    return errored(
      `${config.image}: its pod is gone, and with it what it gave: somebody removed it before it was read`,
    );
  const text =
    source.type === 'Stdout'
      ? await jobs.printed(container)
      : container.message ?? '';
  try {
    const output = readOutput(text, source.format ?? formatOf(source.path));
    return {
      status: 'succeeded',
      output: transform ? transformOutput(output, transform) : output,
    };
  } catch (error) {
    return errored(`${config.image}: ${(error as Error).message}`, true);
  }
}

/** The same for each look at one attempt, another one when a failed step is tried again. */
function nameOf({ promotion, alias, failures }: Context): string {
  const hash = createHash('sha256')
    .update(`${promotion.project}/${promotion.name}/${alias}/${failures}`)
    .digest('hex');
  return `run-${hash.slice(0, 20)}`;
}

const secondsOf = ({ timeout }: RunJobConfig): number | undefined => {
  const milliseconds = parseDuration(timeout) ?? 0;
  return milliseconds > 0 ? Math.ceil(milliseconds / 1000) : undefined;
};

function jobOf(
  { promotion }: Context,
  config: RunJobConfig,
): Pick<V1Job, 'metadata' | 'spec'> {
  const { image, command, args, env, resources, imagePullSecrets } = config;
  const file = config.output?.source.path ?? OUTPUT_FILE;
  const labels = ownLabels(promotion.project, promotion.stage);
  return {
    metadata: {
      labels,
      annotations: { 'stevedore.dev/promotion': promotion.name },
    },
    spec: {
      // the step's own retry decides whether it is tried again
      backoffLimit: 0,
      activeDeadlineSeconds: secondsOf(config),
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          imagePullSecrets,
          containers: [
            {
              name: 'step',
              image,
              command,
              args,
              env: [...env, { name: 'KARGO_OUTPUT', value: file }],
              resources,
              terminationMessagePath: file,
            },
          ],
        },
      },
    },
  };
}
