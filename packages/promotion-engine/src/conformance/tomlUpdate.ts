import { tomlUpdateSchema } from '../kinds/steps/toml-update/schema';
import { TomlUpdate, updateToml } from '../kinds/steps/toml-update/updateToml';
import { suite } from './answer';

export const tomlUpdate = suite<{ content: string; updates: TomlUpdate[] }>(
  ({ content, updates }) => {
    const config = tomlUpdateSchema.parse({ path: 'Cargo.toml', updates });
    return updateToml(content, config.updates);
  },
);
