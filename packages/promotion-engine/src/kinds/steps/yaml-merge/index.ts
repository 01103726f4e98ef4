import { defineStep } from '../../../registry/step';
import { yamlMergeExamples } from './examples';
import { mergeYaml } from './mergeYaml';
import { presentFiles } from './presentFiles';
import { YamlMergeConfig, yamlMergeSchema } from './schema';

/** Kargo's `yaml-merge`: writes what several YAML files make together. */
export const yamlMergeStep = defineStep<YamlMergeConfig, 'workspace'>({
  id: 'yaml-merge',
  effect: 'workspace',
  schema: yamlMergeSchema,
  capabilities: ['workspace'],
  examples: yamlMergeExamples,
  async run({ workspace }, config) {
    const found = new Map<string, string>();
    for (const path of config.inFiles)
      if ((await workspace.stat(path)) !== undefined)
        found.set(path, await workspace.readText(path));
    const files = presentFiles(config, found);
    await workspace.writeText(config.outFile, mergeYaml(files));
    return {
      status: 'succeeded',
      message: `merged ${files.map(file => file.name).join(', ')}`,
    };
  },
});
