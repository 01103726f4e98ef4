/** An artifact of a registry: an image, a chart, a file. */
export interface ArtifactReference {
  /** `host/repository`; `oci://` before it means the same. */
  repository: string;
  /** Tag or digest. */
  reference: string;
}

export interface ArtifactCopy {
  from: ArtifactReference;
  /** `reference` is a tag. */
  to: ArtifactReference;
  /** Of each manifest, and of the index where there is one; what is there already stays. */
  annotations: {
    manifest: Record<string, string>;
    index: Record<string, string>;
  };
}

export interface ArtifactOptions {
  insecureSkipTLSVerify?: boolean;
  signal?: AbortSignal;
}

/**
 * Artifacts as steps read and write them (OCI distribution-spec). Every content is checked against its digest.
 * @throws RegistryError whose message names host, repository and cure
 */
export interface OciArtifacts {
  /** What a reference stands for now; undefined where there is nothing. */
  digest(
    artifact: ArtifactReference,
    options?: ArtifactOptions,
  ): Promise<string | undefined>;
  /**
   * A layer: the first one, or the first of a media type. Of an index, linux/amd64.
   * @param options - `largestBytes`: more is an error
   */
  layer(
    artifact: ArtifactReference,
    options: ArtifactOptions & { mediaType?: string; largestBytes: number },
  ): Promise<{ digest: string; bytes: Uint8Array }>;
  /** What a copy would be: its digest, and how many bytes its layers and configurations are. Nothing is written. */
  planCopy(
    copy: ArtifactCopy,
    options?: ArtifactOptions,
  ): Promise<{ digest: string; bytes: number }>;
  /** Copies what is not there yet, and tags it last. */
  copy(
    copy: ArtifactCopy,
    options?: ArtifactOptions,
  ): Promise<{ digest: string }>;
}
