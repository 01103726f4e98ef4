import { kargoStepSchemas } from '../registry/kargoStepSchemas';
import { suite } from './answer';

export const stepConfig = suite<{ uses: string; config: unknown }>(
  ({ uses, config }) => {
    const schema = Object.hasOwn(kargoStepSchemas, uses)
      ? kargoStepSchemas[uses]
      : undefined;
    if (!schema) return { valid: false, errors: [`there is no step ${uses}`] };
    const result = schema.safeParse(config);
    const errors = (result.error?.issues ?? []).map(
      issue => `${issue.path.join('.') || '(root)'}: ${issue.message}`,
    );
    return { valid: result.success, errors: errors.sort() };
  },
);
