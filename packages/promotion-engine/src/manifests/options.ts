/** One thing that is wrong with the configuration of a step. */
export interface StepConfigIssue {
  path: (string | number)[];
  message: string;
  /** A missing or unknown field: wrong whatever the expressions in the configuration give. */
  structural?: boolean;
}

export type StepConfigValidator = (
  config: Record<string, unknown>,
) => StepConfigIssue[];

export interface ReadOptions {
  /** The steps that exist, by id, with what checks their configuration. */
  steps: Readonly<Record<string, StepConfigValidator | undefined>>;
  /** Steps that Kargo has and that cannot run here, with what checks their configuration all the same. */
  unavailableSteps?: Readonly<Record<string, StepConfigValidator>>;
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
