/** Chart repositories over HTTP: credentials, conditional requests and `Retry-After` are its business. */
export interface ChartRepositories {
  /**
   * Versions by name of chart, as they are written in the repository's `index.yaml`.
   * @throws RegistryError whose message names host and cure.
   */
  index(
    repoURL: string,
    options: { insecureSkipTLSVerify: boolean },
  ): Promise<ChartIndex>;
}

export type ChartIndex = ReadonlyMap<string, readonly string[]>;
