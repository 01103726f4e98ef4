import type { ZodType } from 'zod';

export interface ReadOptions {
  /** The steps that exist, by id, with the schema of their configuration, where there is one. */
  steps: Readonly<Record<string, ZodType | undefined>>;
  /** Steps that Kargo has and that cannot run here; their configuration is checked all the same. */
  unavailableSteps?: Readonly<Record<string, ZodType>>;
  /** What metrics are measured with, by the provider's field, with its schema; absent: providers are not checked. */
  verifiers?: Readonly<Record<string, ZodType>>;
  /** What is wrong with a semver range; absent: ranges are not checked. */
  checkConstraint?: (constraint: string) => string | undefined;
  /** The project's name when no document tells it. */
  projectName?: string;
}

/** One text of Kargo manifests; `name` is what problems call it. */
export interface ManifestFile {
  name: string;
  text: string;
}
