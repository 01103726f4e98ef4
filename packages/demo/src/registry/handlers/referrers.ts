import { getManifest } from '../ContentStore';
import { digestOf } from '../digest';
import { Descriptor, ManifestDocument, mediaTypes } from '../mediaTypes';
import { sendContent } from './sendContent';
import { Exchange } from './types';

/** Distribution specification, section "Listing Referrers". */
export async function listReferrers(exchange: Exchange): Promise<void> {
  const { context, repository, reference } = exchange;
  const manifests: Descriptor[] = [];
  for (const digest of context.store.index.manifests(repository)) {
    const stored = await getManifest(context.store, repository, digest);
    if (!stored) continue;
    const document: ManifestDocument = JSON.parse(stored.content.toString());
    if (document.subject?.digest !== reference) continue;
    manifests.push({
      mediaType: stored.mediaType,
      digest,
      size: stored.content.length,
      artifactType: document.artifactType ?? document.config?.mediaType,
      annotations: document.annotations,
    });
  }
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    manifests,
  });
  sendContent(exchange, Buffer.from(body), {
    etag: `"${digestOf(body)}"`,
    'content-type': mediaTypes.index,
  });
}
