import { yamlUpdateSchema } from '../kinds/steps/yaml-update/schema';
import { updateYaml, YamlUpdate } from '../kinds/steps/_shared/updateYaml';
import { suite } from './answer';

export const yamlUpdate = suite<{ content: string; updates: YamlUpdate[] }>(
  ({ content, updates }) => {
    const config = yamlUpdateSchema.parse({ path: 'values.yaml', updates });
    return updateYaml(content, config.updates);
  },
);
