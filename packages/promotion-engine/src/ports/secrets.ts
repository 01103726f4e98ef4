/**
 * Named sets of texts that expressions read (Kargo: Secrets and ConfigMaps in a project's namespace, or shared by
 * all projects).
 */
export interface Secrets {
  /** @returns undefined when the project has nothing of that name. */
  read(request: SecretRequest): Promise<NamedTexts | undefined>;
}

export interface NamedTexts {
  /** Texts by key. */
  data: Record<string, string>;
  /**
   * Another one whenever the texts are others; tells nothing about them. A run that reads a step's secrets again for a
   * replay ends when it has moved. Absent: nobody can say.
   */
  version?: string;
  /** The platform lets it be written into Git. */
  mayBeCommitted?: boolean;
}

export interface SecretRequest {
  project: string;
  /** The function that asks: `shared…` ignores what belongs to the project. */
  kind: 'secret' | 'sharedSecret' | 'configMap' | 'sharedConfigMap';
  name: string;
}
