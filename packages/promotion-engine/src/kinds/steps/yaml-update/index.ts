import { defineStep } from '../../../registry/step';
import { yamlUpdateExamples } from './examples';
import { YamlUpdateConfig, yamlUpdateSchema } from './schema';
import { updateYaml } from './updateYaml';

/** Kargo's `yaml-update`: sets scalars that exist, and leaves the rest of the file as it is. */
export const yamlUpdateStep = defineStep<YamlUpdateConfig, 'workspace'>({
  id: 'yaml-update',
  effect: 'workspace',
  schema: yamlUpdateSchema,
  capabilities: ['workspace'],
  examples: yamlUpdateExamples,
  async run({ workspace }, config) {
    const before = await workspace.readText(config.path);
    const after = updateYaml(before, config.updates);
    if (after !== before) await workspace.writeText(config.path, after);
    const lines = config.updates.map(
      ({ key, value }) => `- ${key}: ${JSON.stringify(value)}`,
    );
    return {
      status: 'succeeded',
      output: {
        commitMessage: `Updated ${config.path}\n\n${lines.join('\n')}`,
      },
    };
  },
});
