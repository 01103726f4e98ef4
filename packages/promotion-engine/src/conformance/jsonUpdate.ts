import { jsonUpdateSchema } from '../kinds/steps/json-update/schema';
import { JsonUpdate, updateJson } from '../kinds/steps/json-update/updateJson';
import { suite } from './answer';

export const jsonUpdate = suite<{ content: string; updates: JsonUpdate[] }>(
  ({ content, updates }) => {
    const config = jsonUpdateSchema.parse({ path: 'package.json', updates });
    return updateJson(content, config.updates);
  },
);
