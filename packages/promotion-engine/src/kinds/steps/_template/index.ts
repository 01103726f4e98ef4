import { failed } from '../../../model/outcome';
import { defineStep } from '../../../registry/step';
import { templateExamples } from './examples';
import { TemplateConfig, templateSchema } from './schema';

/** Copy this folder, rename what is called template, and add the step to registry/builtInKinds.ts. */
export const templateStep = defineStep<TemplateConfig, 'workspace'>({
  id: 'template',
  effect: 'workspace',
  schema: templateSchema,
  capabilities: ['workspace'],
  examples: templateExamples,
  async run({ workspace }, { path, line }) {
    if ((await workspace.stat(path)) !== 'file')
      return failed(`template: there is no file ${path}`);
    const before = await workspace.readText(path);
    await workspace.writeText(path, `${before}${line}\n`);
    return {
      status: 'succeeded',
      output: { lines: before.split('\n').length },
    };
  },
});
