import { readBody } from '../../http/readBody';
import { digestOf, isDigest } from '../digest';
import { RegistryError } from '../RegistryError';
import { BODY_LIMIT, Exchange } from './types';

/** Distribution specification, sections "Pushing blobs" and "Mounting". */
export async function beginUpload(exchange: Exchange): Promise<void> {
  const { context, query, request } = exchange;
  const mounted = query.get('mount');
  if (
    mounted &&
    isDigest(mounted) &&
    (await context.store.blobs.has(mounted))
  ) {
    sendCreated(exchange, mounted);
    return;
  }
  const id = context.uploads.begin();
  if (!query.get('digest')) {
    sendProgress(exchange, id);
    return;
  }
  context.uploads.append(id, await readBody(request, BODY_LIMIT));
  await finish(exchange, id);
}

export async function appendUpload(exchange: Exchange): Promise<void> {
  const { context, request, reference } = exchange;
  const size = sizeOf(exchange);
  const range = /^(\d+)-\d+$/.exec(request.headers['content-range'] ?? '');
  if (range && Number(range[1]) !== size) {
    throw new RegistryError({
      status: 416,
      code: 'BLOB_UPLOAD_INVALID',
      message: `the next byte of this upload is number ${size}`,
      headers: progressHeaders(exchange, reference),
    });
  }
  context.uploads.append(reference, await readBody(request, BODY_LIMIT));
  sendProgress(exchange, reference);
}

export async function finishUpload(exchange: Exchange): Promise<void> {
  sizeOf(exchange);
  const { context, request, reference } = exchange;
  context.uploads.append(reference, await readBody(request, BODY_LIMIT));
  await finish(exchange, reference);
}

export async function showUpload(exchange: Exchange): Promise<void> {
  sizeOf(exchange);
  const headers = progressHeaders(exchange, exchange.reference);
  exchange.response.writeHead(204, headers).end();
}

export async function cancelUpload(exchange: Exchange): Promise<void> {
  sizeOf(exchange);
  exchange.context.uploads.take(exchange.reference);
  exchange.response.writeHead(204).end();
}

async function finish(exchange: Exchange, id: string): Promise<void> {
  const { context, query } = exchange;
  const content = context.uploads.take(id);
  if (query.get('digest') !== digestOf(content)) {
    throw new RegistryError({
      status: 400,
      code: 'DIGEST_INVALID',
      message: `what arrived has the digest ${digestOf(content)}`,
    });
  }
  sendCreated(exchange, await context.store.blobs.put(content));
}

function sizeOf({ context, reference }: Exchange): number {
  const size = context.uploads.size(reference);
  if (size === undefined) {
    throw new RegistryError({
      status: 404,
      code: 'BLOB_UPLOAD_UNKNOWN',
      message: `no upload ${reference} is under way`,
    });
  }
  return size;
}

function sendCreated({ repository, response }: Exchange, digest: string) {
  response.writeHead(201, {
    Location: `/v2/${repository}/blobs/${digest}`,
    'Docker-Content-Digest': digest,
  });
  response.end();
}

function sendProgress(exchange: Exchange, id: string): void {
  exchange.response.writeHead(202, progressHeaders(exchange, id)).end();
}

function progressHeaders({ context, repository }: Exchange, id: string) {
  const size = context.uploads.size(id) ?? 0;
  return {
    Location: `/v2/${repository}/blobs/uploads/${id}`,
    Range: `0-${Math.max(size - 1, 0)}`,
    'Docker-Upload-UUID': id,
  };
}
