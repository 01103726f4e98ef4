import { isDigest } from '../digest';
import { RegistryError } from '../RegistryError';
import { sendContent } from './sendContent';
import { Exchange } from './types';

/** Distribution specification, section "Pulling blobs". */
export async function getBlob(exchange: Exchange): Promise<void> {
  const { context, repository, reference } = exchange;
  const content = isDigest(reference)
    ? await context.store.blobs.get(reference)
    : undefined;
  if (!content) {
    throw new RegistryError({
      status: 404,
      code: 'BLOB_UNKNOWN',
      message: `${repository} has no blob ${reference}`,
    });
  }
  sendContent(exchange, content, {
    etag: `"${reference}"`,
    'content-type': 'application/octet-stream',
    'docker-content-digest': reference,
  });
}
