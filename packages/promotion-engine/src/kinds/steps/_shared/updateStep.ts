import { ZodType } from 'zod';
import { AnyStepKind, defineStep, StepExample } from '../../../registry/step';
import { editFile } from './editFile';
import { UpdatesConfig } from './updates';

/** A step that writes values into a file; the three of Kargo differ in the format and in what a key may name. */
export function defineUpdateStep(kind: {
  id: string;
  schema: ZodType<UpdatesConfig>;
  examples: readonly StepExample[];
  update(text: string, updates: UpdatesConfig['updates']): string;
}): AnyStepKind {
  const { id, schema, examples, update } = kind;
  return defineStep<UpdatesConfig, 'workspace'>({
    id,
    effect: 'workspace',
    schema,
    capabilities: ['workspace'],
    examples,
    async run({ workspace }, { path, updates }) {
      await editFile(workspace, path, text => update(text, updates));
      const lines = updates.map(
        ({ key, value }) => `- ${key}: ${JSON.stringify(value)}`,
      );
      return {
        status: 'succeeded',
        output: { commitMessage: `Updated ${path}\n\n${lines.join('\n')}` },
      };
    },
  });
}
