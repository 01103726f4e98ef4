import { ZodType } from 'zod';
import { parseConstraint } from '../kinds/versioning/semver';
import { ReadOptions } from '../manifests';
import { kargoStepSchemas } from './kargoStepSchemas';
import { Registry } from './registry';

/** What reading a definition asks of the kinds: which steps and verifiers exist, and how they are configured. */
export function readOptionsOf(registry: Registry): ReadOptions {
  const steps: Record<string, ZodType> = {};
  for (const [id, kind] of registry.steps) steps[id] = kind.schema;
  const unavailableSteps: Record<string, ZodType> = {};
  for (const [id, schema] of Object.entries(kargoStepSchemas))
    if (!registry.steps.has(id)) unavailableSteps[id] = schema;
  const verifiers: Record<string, ZodType> = {};
  for (const [id, kind] of registry.verifiers) verifiers[id] = kind.schema;
  return { steps, unavailableSteps, verifiers, checkConstraint };
}

function checkConstraint(constraint: string): string | undefined {
  try {
    parseConstraint(constraint);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
