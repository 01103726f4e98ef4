import { z } from 'zod';
import { RecordChange } from '../../model/outcome';
import { defineStep, ExternalHalf } from '../../registry/step';

/** Steps that give away what they are configured with, each in all the ways that steps of its effect have. */
export interface LeakyConfig {
  text: string;
  /** How it ends. */
  end?: 'failed' | 'thrown' | 'waiting' | 'skipped';
}

const schema = z.strictObject({
  text: z.string(),
  end: z.enum(['failed', 'thrown', 'waiting', 'skipped']).optional(),
});

const outputOf = (text: string) => ({
  text,
  list: [{ deep: text }],
  [`key ${text}`]: 1,
});

/** Logs, pins and answers. */
function answering(id: string, records: (text: string) => RecordChange[]) {
  return defineStep<LeakyConfig, never>({
    id,
    effect: id === 'leaky-record' ? 'record' : 'workspace',
    schema,
    capabilities: [],
    async run(context, { text, end }) {
      await context.log(`logs ${text}`);
      const pinned = await context.pin(`git:${text}#main`, async () => text);
      if (pinned !== text) throw new Error('pinned something else');
      const output = outputOf(text);
      if (end === 'thrown') throw new Error(`throws ${text}`);
      if (end === 'failed')
        return {
          status: 'failed',
          kind: 'Failed',
          terminal: true,
          message: `fails ${text}`,
        };
      if (end === 'waiting')
        return { status: 'waiting', message: `waits ${text}` };
      const message = `ends ${text}`;
      return end === 'skipped'
        ? { status: 'skipped', message, output }
        : { status: 'succeeded', message, output, records: records(text) };
    },
  });
}

const sending: ExternalHalf<LeakyConfig, never> = {
  async describe({ alias }, { text }) {
    const repoURL = `https://${text}@git.example/x`;
    return {
      status: 'planned',
      effect: {
        step: alias,
        kind: 'leaky-send',
        target: `to ${text}`,
        files: [{ path: `a/${text}`, mode: '100644' }],
        call: { [text]: outputOf(text) },
      },
      diffs: [
        {
          step: alias,
          repoURL,
          branch: text,
          path: text,
          text: `+${text}`,
          binary: false,
        },
      ],
      readSet: { [`git:${repoURL}#main`]: { [text]: '' } },
    };
  },
  intend: async (_, { text }) => ({ whole: { text } }),
  async attempt(_, { text, end }) {
    if (end) throw new Error(`throws ${text}`);
    return {
      status: 'succeeded',
      message: `sent ${text}`,
      output: outputOf(text),
    };
  },
  async recognise(_, { text, end }, intent) {
    if (JSON.stringify(intent) !== JSON.stringify({ whole: { text } }))
      throw new Error('the intent is not whole');
    return end === 'thrown'
      ? { status: 'unknown', message: `nobody knows ${text}` }
      : { status: 'done', message: `done ${text}`, output: outputOf(text) };
  },
};

export const leakySteps = [
  answering('leaky-work', () => []),
  answering('leaky-record', text => [
    { kind: 'stageMetadata', name: 'dev', values: outputOf(text) },
  ]),
  defineStep<LeakyConfig, never>({
    id: 'leaky-send',
    effect: 'external',
    schema,
    capabilities: [],
    external: sending,
  }),
];
