import { ZodType } from 'zod';
import { parseConstraint } from '../kinds/versioning/semver';
import { ReadOptions, StepConfigValidator } from '../manifests';
import { kargoStepSchemas } from './kargoStepSchemas';
import { Registry } from './registry';

/** What reading a definition asks of the kinds: which steps exist, and what is wrong with their configuration. */
export function readOptionsOf(registry: Registry): ReadOptions {
  const steps: Record<string, StepConfigValidator> = {};
  for (const [id, kind] of registry.steps) steps[id] = validatorOf(kind.schema);
  const unavailableSteps: Record<string, StepConfigValidator> = {};
  for (const [id, schema] of Object.entries(kargoStepSchemas))
    if (!registry.steps.has(id)) unavailableSteps[id] = validatorOf(schema);
  return { steps, unavailableSteps, checkConstraint };
}

function validatorOf(schema: ZodType): StepConfigValidator {
  return config => {
    const result = schema.safeParse(config);
    if (result.success) return [];
    return result.error.issues.map(issue => ({
      path: issue.path.map(part =>
        typeof part === 'number' ? part : String(part),
      ),
      message: issue.message,
      structural: issue.code === 'unrecognized_keys',
    }));
  };
}

function checkConstraint(constraint: string): string | undefined {
  try {
    parseConstraint(constraint);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
