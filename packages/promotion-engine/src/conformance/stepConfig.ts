import { z } from 'zod';
import { failSchema } from '../kinds/steps/fail/schema';
import { gitCloneSchema } from '../kinds/steps/git-clone/schema';
import { gitCommitSchema } from '../kinds/steps/git-commit/schema';
import { gitPushSchema } from '../kinds/steps/git-push/schema';
import { kustomizeSetImageSchema } from '../kinds/steps/kustomize-set-image/schema';
import { yamlUpdateSchema } from '../kinds/steps/yaml-update/schema';
import { suite } from './answer';

const SCHEMAS: Record<string, z.ZodType> = {
  fail: failSchema,
  'git-clone': gitCloneSchema,
  'git-commit': gitCommitSchema,
  'git-push': gitPushSchema,
  'kustomize-set-image': kustomizeSetImageSchema,
  'yaml-update': yamlUpdateSchema,
};

export const stepConfig = suite<{ uses: string; config: unknown }>(
  ({ uses, config }) => {
    const schema = Object.hasOwn(SCHEMAS, uses) ? SCHEMAS[uses] : undefined;
    if (!schema) throw new Error(`There is no step "${uses}".`);
    const result = schema.safeParse(config);
    const errors = (result.error?.issues ?? []).map(
      issue => `${issue.path.join('.') || '(root)'}: ${issue.message}`,
    );
    return { valid: result.success, errors: errors.sort() };
  },
);
