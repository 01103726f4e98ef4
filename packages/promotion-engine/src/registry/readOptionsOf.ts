import { parseConstraint } from '../kinds/versioning/semver';
import { ReadOptions, StepConfigValidator } from '../manifests';
import { Registry } from './registry';

/** What reading a definition asks of the kinds: which steps exist, and what is wrong with their configuration. */
export function readOptionsOf(registry: Registry): ReadOptions {
  const steps: Record<string, StepConfigValidator> = {};
  for (const [id, kind] of registry.steps) {
    steps[id] = config => {
      const result = kind.schema.safeParse(config);
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
  return {
    steps,
    checkConstraint(constraint) {
      try {
        parseConstraint(constraint);
        return undefined;
      } catch (error) {
        return (error as Error).message;
      }
    },
  };
}
