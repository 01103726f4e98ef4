/** What a project wants to touch. */
export interface AccessRequest {
  project: string;
  entityRef: string;
  /** The stage whose promotion wants it; absent: the project's warehouses. */
  stage?: string;
  /** Of a stage for one target: the Stage as it is written. */
  of?: string;
  kind: 'git' | 'image' | 'chart' | 'http' | 'kubernetes';
  /** Of an object in a cluster: `kubernetes://cluster/namespace/resource.group/name`. */
  url: string;
  access: 'read' | 'write';
  branch?: string;
  /** For writes: every path that would change. */
  paths?: string[];
}

/** Decides by the platform's configuration (design, section 4). */
export interface Grants {
  /** @returns undefined when granted, otherwise one sentence that says what to add and where. */
  refusal(request: AccessRequest): Promise<string | undefined>;
}
