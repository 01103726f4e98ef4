type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const number: Schema = { type: 'integer' };
const time: Schema = { type: 'string', format: 'date-time' };
const open: Schema = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};
const map = (properties: Schema): Schema => ({ type: 'object', properties });
const list = (items: Schema): Schema => ({ type: 'array', items });
const byName = (value: Schema): Schema => ({
  type: 'object',
  additionalProperties: value,
});

const contents = {
  commits: list(open),
  images: list(open),
  charts: list(open),
  artifacts: list(open),
};
const origin = map({ kind: text, name: text });
const reference = map({ name: text, origin, ...contents });
const collection = map({
  id: text,
  items: byName(reference),
  verificationHistory: list(
    map({
      id: text,
      actor: text,
      startTime: time,
      finishTime: time,
      phase: text,
      message: text,
      analysisRun: open,
    }),
  ),
});

/** Of what a Kargo says about its pipelines: the fields that are read and written. */
export const kargoSchemas: Record<string, Schema> = {
  'Freight.kargo.akuity.io': map({
    alias: text,
    origin,
    discoveredAt: time,
    ...contents,
    status: map({
      currentlyIn: byName(map({ since: time })),
      verifiedIn: byName(map({ verifiedAt: time, longestSoak: text })),
      approvedFor: byName(map({ approvedAt: time })),
      metadata: open,
    }),
  }),
  'Promotion.kargo.akuity.io': map({
    spec: {
      ...map({
        stage: { ...text, minLength: 1 },
        freight: text,
        vars: list(open),
        steps: list(open),
      }),
      required: ['stage'],
    },
    status: map({
      phase: {
        ...text,
        enum: [
          'Pending',
          'Running',
          'Succeeded',
          'Failed',
          'Errored',
          'Aborted',
        ],
      },
      message: text,
      startedAt: time,
      finishedAt: time,
      lastHandledRefresh: text,
      freight: reference,
      freightCollection: collection,
      currentStep: number,
      stepExecutionMetadata: list(
        map({
          alias: text,
          startedAt: time,
          finishedAt: time,
          errorCount: number,
          status: text,
          message: text,
        }),
      ),
      state: open,
    }),
  }),
};
