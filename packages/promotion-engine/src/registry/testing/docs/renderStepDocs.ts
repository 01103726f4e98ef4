import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { stringify } from 'yaml';
import { builtInKinds } from '../../builtInKinds';
import { kargoStepSchemas } from '../../kargoStepSchemas';
import { StepAnswer } from '../../../model/stepAsk';
import { RunnableStepKind, StepExample } from '../../step';
import { skeletonOf } from './skeleton';

/** Longer files would hide what the example shows. */
const MAX_LINES = 20;

const HEAD = `<!-- Written by \`npm run docs\` from the folders of the steps. Change those. -->

# Steps

What a promotion can do. Steps are named and configured as in Kargo, so that a stage's steps run unchanged; where a step does something else than Kargo's, its section says so. Paths are relative to the workspace of the promotion and cannot leave it, whatever symlinks and archives say; \`.git\` is out of bounds.

The examples are executed as tests, in a sparse and in a full workspace. Files below \`src/\` are those of a checkout.
`;

/**
 * The page about all steps; a test compares it with what is in docs/.
 * @param folder - where the folders of the steps are
 */
export function renderStepDocs(folder: string): string {
  const steps = (builtInKinds().steps as unknown as RunnableStepKind[]).sort(
    (a, b) => a.id.localeCompare(b.id),
  );
  const ids = steps.map(step => step.id);
  const missing = Object.keys(kargoStepSchemas).filter(id => !ids.includes(id));
  return `${[
    HEAD.trimEnd(),
    ids.map(id => `[${id}](#${id})`).join(' · '),
    ...steps.map(step => section(folder, step)),
    ...(missing.length > 0 ? [unavailable(missing)] : []),
  ]
    .map(part => part.trim())
    .join('\n\n')}\n`;
}

/** What the folder says of the step, without its title. */
export function readmeOf(folder: string, id: string): string {
  const file = join(folder, id, 'README.md');
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8')
    .replace(/^# .*\n+/, '')
    .trimEnd();
}

function section(
  folder: string,
  { id, schema, examples = [] }: RunnableStepKind,
): string {
  return [
    `## ${id}`,
    readmeOf(folder, id),
    fenced('yaml', skeletonOf(schema) || '{}'),
    ...examples.map(example => rendered(id, example)),
  ].join('\n\n');
}

function rendered(id: string, example: StepExample): string {
  const before = [
    ...(example.earlier ?? []),
    { uses: id, config: example.config },
  ].map(({ uses, config }) => ({ uses, config }));
  const parts = [
    `**Example: ${example.title}.**`,
    fenced('yaml', stringify(before, { lineWidth: 0 }).trimEnd()),
  ];
  if (example.answers)
    parts.push(
      'What people answered:',
      fenced('yaml', stringify(example.answers.map(shownAnswer)).trimEnd()),
    );
  for (const [path, text] of Object.entries(example.after ?? {})) {
    const was = textOf(example.files?.[path]);
    if (text === null) parts.push(`\`${path}\` is gone.`);
    else if (isReadable(text)) {
      if (was !== undefined && isReadable(was))
        parts.push(`\`${path}\` before:`, fenced('', was.trimEnd()));
      parts.push(`\`${path}\` afterwards:`, fenced('', text.trimEnd()));
    }
  }
  if (example.output)
    parts.push(
      'Output:',
      fenced('json', JSON.stringify(example.output, null, 2)),
    );
  const { status = 'succeeded', message } = example;
  if (status !== 'succeeded')
    parts.push(
      `It ${VERBS[status]}${message ? `: “${message.trim()} …”` : '.'}`,
    );
  return parts.join('\n\n');
}

const shownAnswer = ({ actor, action, message, values }: StepAnswer) => ({
  actor,
  action,
  ...(message && { message }),
  ...(values && { values }),
});

const VERBS = {
  failed: 'fails',
  skipped: 'is skipped',
  waiting: 'waits',
};

const textOf = (content: string | Uint8Array | undefined) =>
  typeof content === 'string' ? content : undefined;

const isReadable = (text: string): boolean =>
  !text.includes('\0') &&
  text.trim() !== '' &&
  text.split('\n').length <= MAX_LINES;

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function unavailable(ids: string[]): string {
  return `## Not part of the engine\n\nThese steps of Kargo are known, and what they are configured to is checked, but the engine alone does not run them; a definition that uses one goes live only where a module brings it: ${ids
    .map(id => `\`${id}\``)
    .join(
      ', ',
    )}. The [module for clusters](kubernetes.md) brings those for Argo CD, and steps of its own for Flux and workloads.`;
}
