/** What a registry says of one tag. */
export interface ImageMetadata {
  tag: string;
  digest: string;
  /** ISO 8601, when the manifest or its config tells. */
  createdAt?: string;
  annotations: Record<string, string>;
  /** `os/arch[/variant]`, for an index. */
  platforms?: string[];
}

/** OCI Distribution client: credentials, token exchange, pagination, `Retry-After` and caches are its business. */
export interface OciRegistry {
  /** All tags; pages are followed. @throws RegistryError whose message names host, repository and cure. */
  listTags(
    repoURL: string,
    options: { insecureSkipTLSVerify: boolean },
  ): Promise<string[]>;
  /** @returns undefined when the registry answers 404. */
  describe(
    repoURL: string,
    reference: string,
    options: { insecureSkipTLSVerify: boolean },
  ): Promise<ImageMetadata | undefined>;
}
