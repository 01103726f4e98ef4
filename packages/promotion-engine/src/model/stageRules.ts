/** A list of the platform that the definition of a stage has to keep to; globs. */
export interface AllowList {
  allow: string[];
  /** Where it stands, e.g. `stevedore.policies[0].steps`. */
  where: string;
}

/** What the platform's configuration says of one stage beside approvals; it only ever adds. */
export interface StageRules {
  /** Kinds of steps; every list has to name each. */
  steps: AllowList[];
}
