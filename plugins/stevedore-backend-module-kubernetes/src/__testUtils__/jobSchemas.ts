type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const number: Schema = { type: 'integer' };
const open: Schema = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};
const map = (properties: Schema, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
});
const list = (items: Schema): Schema => ({ type: 'array', items });

const conditions = list(
  map({ type: text, status: text, reason: text, message: text }, [
    'type',
    'status',
  ]),
);

const container = map(
  {
    name: text,
    image: text,
    command: list(text),
    args: list(text),
    env: list(map({ name: text, value: text }, ['name'])),
    resources: open,
    terminationMessagePath: text,
  },
  ['name'],
);

const containerStatuses = list(
  map(
    {
      name: text,
      image: text,
      imageID: text,
      ready: { type: 'boolean' },
      restartCount: number,
      state: map({
        waiting: map({ reason: text, message: text }),
        running: open,
        terminated: map({ exitCode: number, message: text }, ['exitCode']),
      }),
    },
    ['name'],
  ),
);

const job = map(
  {
    spec: map(
      {
        backoffLimit: number,
        activeDeadlineSeconds: { type: 'integer', minimum: 1 },
        ttlSecondsAfterFinished: number,
        suspend: { type: 'boolean' },
        template: map({
          metadata: open,
          spec: map(
            {
              restartPolicy: { type: 'string', enum: ['Never', 'OnFailure'] },
              automountServiceAccountToken: { type: 'boolean' },
              imagePullSecrets: list(map({ name: text })),
              containers: list(container),
            },
            ['containers', 'restartPolicy'],
          ),
        }),
      },
      ['template'],
    ),
    status: map({ active: number, conditions }),
  },
  ['spec'],
);

const pod = map({
  spec: open,
  status: map({ phase: text, conditions, containerStatuses }),
});

const intOrText: Schema = { 'x-kubernetes-int-or-string': true };

const measurement = map(
  {
    phase: text,
    startedAt: { type: 'string', format: 'date-time' },
    finishedAt: { type: 'string', format: 'date-time' },
    value: text,
    message: text,
    metadata: { type: 'object', additionalProperties: text },
  },
  ['phase'],
);

const analysisRun = map(
  {
    spec: map(
      {
        terminate: { type: 'boolean' },
        args: list(
          map(
            {
              name: text,
              value: text,
              valueFrom: map({
                secretKeyRef: map({ name: text, key: text }, ['key', 'name']),
              }),
            },
            ['name'],
          ),
        ),
        dryRun: list(map({ metricName: text }, ['metricName'])),
        measurementRetention: list(
          map({ metricName: text, limit: number }, ['limit', 'metricName']),
        ),
        metrics: list(
          map(
            {
              name: text,
              interval: text,
              initialDelay: text,
              count: intOrText,
              successCondition: text,
              failureCondition: text,
              failureLimit: intOrText,
              inconclusiveLimit: intOrText,
              consecutiveErrorLimit: intOrText,
              consecutiveSuccessLimit: intOrText,
              provider: open,
            },
            ['name', 'provider'],
          ),
        ),
      },
      ['metrics'],
    ),
    status: map(
      {
        phase: text,
        message: text,
        startedAt: { type: 'string', format: 'date-time' },
        metricResults: list(
          map(
            {
              name: text,
              phase: text,
              message: text,
              count: number,
              successful: number,
              failed: number,
              error: number,
              inconclusive: number,
              measurements: list(measurement),
            },
            ['name', 'phase'],
          ),
        ),
      },
      ['phase'],
    ),
  },
  ['spec'],
);

/** Jobs, their pods, and AnalysisRuns: the fields that are read and written. */
export const jobSchemas: Readonly<Record<string, Schema>> = {
  'Job.batch': job,
  'Pod.': pod,
  'AnalysisRun.argoproj.io': analysisRun,
};
