import { ArtifactReference } from '../../../ports/artifacts';

/** `host/repository:tag` or `host/repository@digest`, with or without `oci://` before it. */
export function parseArtifact(
  text: string,
): ArtifactReference & { kind: 'image' | 'chart' } {
  const kind = text.startsWith('oci://') ? 'chart' : 'image';
  const plain = text.replace(/^oci:\/\//, '');
  const at = plain.indexOf('@');
  const split = at > 0 ? at : plain.lastIndexOf(':');
  return {
    kind,
    repository: plain.slice(0, split),
    reference: plain.slice(split + 1),
  };
}

/** As grants know it: charts by an address with a scheme. */
export function grantedUrl({
  kind,
  repository,
}: ReturnType<typeof parseArtifact>): string {
  return kind === 'chart' ? `oci://${repository}` : repository;
}

export function printArtifact({
  repository,
  reference,
}: ArtifactReference): string {
  return `${repository}${reference.includes(':') ? '@' : ':'}${reference}`;
}
