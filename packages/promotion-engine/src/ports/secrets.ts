/**
 * Named sets of texts that expressions read (Kargo: Secrets and ConfigMaps in a project's namespace, or shared by
 * all projects).
 */
export interface Secrets {
  /** @returns texts by key; undefined when the project has nothing of that name. */
  read(request: SecretRequest): Promise<Record<string, string> | undefined>;
}

export interface SecretRequest {
  project: string;
  /** The function that asks: `shared…` ignores what belongs to the project. */
  kind: 'secret' | 'sharedSecret' | 'configMap' | 'sharedConfigMap';
  name: string;
}
