import { DiscoveredImage } from '../model/discovery';

/** What a registry says of one tag. */
export type ImageMetadata = DiscoveredImage;

/** OCI Distribution client: credentials, token exchange, pagination, `Retry-After` and caches are its business. */
export interface OciRegistry {
  /** All tags; pages are followed. @throws RegistryError whose message names host, repository and cure. */
  listTags(
    repoURL: string,
    options: { insecureSkipTLSVerify: boolean },
  ): Promise<string[]>;
  /**
   * @param options - `platform` (`os/arch[/variant]`): what its manifest in an index is annotated with goes before
   * the annotations of the index.
   * @returns undefined when the registry answers 404.
   */
  describe(
    repoURL: string,
    reference: string,
    options: { insecureSkipTLSVerify: boolean; platform?: string },
  ): Promise<ImageMetadata | undefined>;
}
