import { RegistryError } from '../../model/errors';
import { ArtifactReference, OciArtifacts } from '../../ports/artifacts';
import {
  Content,
  fetchBlob,
  fetchManifest,
  resolveDigest,
  Source,
} from './content';
import { copyBlob } from './copyBlob';
import {
  Descriptor,
  isIndex,
  ManifestPart,
  planCopy,
  requireManifest,
} from './copyPlan';
import { brokenAnswer } from './explain';
import { OciRegistryOptions } from './options';
import { parseJson } from './readBody';
import { RegistryClient } from './RegistryClient';
import { repositoryAddress } from './repositoryAddress';

/** Reads and writes artifacts; the same options as for the reader that discovery uses. */
export function createOciArtifacts(options: OciRegistryOptions): OciArtifacts {
  const client = new RegistryClient(options);
  const sourceOf = (
    { repository }: ArtifactReference,
    insecureSkipTLSVerify = false,
  ): Source => ({
    client,
    place: repositoryAddress(repository, client.insecure),
    insecureSkipTLSVerify,
  });
  return {
    async digest(artifact, { insecureSkipTLSVerify } = {}) {
      const source = sourceOf(artifact, insecureSkipTLSVerify);
      const found = await resolveDigest(source, artifact.reference);
      if (!found || found.digest !== '') return found?.digest;
      return (await fetchManifest(source, artifact.reference))?.digest;
    },

    async layer(artifact, { mediaType, largestBytes, insecureSkipTLSVerify }) {
      const source = sourceOf(artifact, insecureSkipTLSVerify);
      const document = await imageOf(source, artifact.reference);
      const layers = (document.layers ?? []) as Descriptor[];
      const layer = layers.find(
        each => !mediaType || each.mediaType === mediaType,
      );
      if (!layer)
        throw new RegistryError(
          `${artifact.repository} has at ${artifact.reference} no layer${
            mediaType ? ` of the type ${mediaType}` : ''
          }.`,
        );
      const bytes = await fetchBlob(source, layer.digest, largestBytes);
      return { digest: layer.digest, bytes };
    },

    async planCopy(copy, { insecureSkipTLSVerify } = {}) {
      const source = sourceOf(copy.from, insecureSkipTLSVerify);
      const { manifests, blobs } = await planCopy(source, copy);
      const sizes = new Map(blobs.map(({ digest, size }) => [digest, size]));
      const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      return { digest: manifests[manifests.length - 1].digest, bytes };
    },

    async copy(copy, { insecureSkipTLSVerify, signal } = {}) {
      const from = sourceOf(copy.from, insecureSkipTLSVerify);
      const to = sourceOf(copy.to, insecureSkipTLSVerify);
      const { manifests, blobs } = await planCopy(from, copy);
      const isElsewhere =
        from.place.origin !== to.place.origin ||
        from.place.repository !== to.place.repository;
      if (isElsewhere)
        for (const blob of uniqueBlobs(blobs)) {
          signal?.throwIfAborted();
          await copyBlob(from, to, blob);
        }
      const top = manifests[manifests.length - 1];
      for (const part of manifests.slice(0, -1))
        await putManifest(to, part.digest, part);
      await putManifest(to, copy.to.reference, top);
      return { digest: top.digest };
    },
  };
}

function uniqueBlobs(blobs: Descriptor[]): Descriptor[] {
  return [...new Map(blobs.map(blob => [blob.digest, blob])).values()];
}

/** The manifest of an image; of an index, that of the platform that Kargo takes, or the only one. */
async function imageOf(
  source: Source,
  reference: string,
): Promise<Record<string, unknown>> {
  const top = await requireManifest(source, reference);
  const document = parseJson(top.body, source.place);
  if (!isIndex(top, document)) return document;
  const listed = (document.manifests ?? []) as Descriptor[];
  const chosen =
    listed.find(
      ({ platform }) =>
        platform?.os === 'linux' && platform.architecture === 'amd64',
    ) ?? (listed.length === 1 ? listed[0] : undefined);
  if (!chosen)
    throw brokenAnswer(source.place, 'its index has nothing for linux/amd64');
  const content: Content = await requireManifest(source, chosen.digest);
  return parseJson(content.body, source.place);
}

async function putManifest(
  { client, place, insecureSkipTLSVerify }: Source,
  reference: string,
  { body, mediaType }: ManifestPart,
): Promise<void> {
  const response = await client.send(place, {
    method: 'PUT',
    path: `/v2/${place.repository}/manifests/${reference}`,
    headers: { 'content-type': mediaType },
    body: new Uint8Array(body),
    insecureSkipTLSVerify,
    writes: true,
  });
  await response.body?.cancel();
  if (!response.ok)
    throw brokenAnswer(place, `it did not take the manifest ${reference}`);
}
