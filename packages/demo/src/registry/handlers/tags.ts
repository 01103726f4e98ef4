import { digestOf } from '../digest';
import { RegistryError } from '../RegistryError';
import { sendContent } from './sendContent';
import { Exchange } from './types';

/** Distribution specification, section "Listing Tags". */
export async function listTags(exchange: Exchange): Promise<void> {
  const { context, query, repository, response } = exchange;
  if (!context.store.index.has(repository)) {
    throw new RegistryError({
      status: 404,
      code: 'NAME_UNKNOWN',
      message: `repository ${repository} is not known to this registry`,
    });
  }
  const last = query.get('last');
  const all = context.store.index.tags(repository);
  const rest = last === null ? all : all.filter(tag => tag > last);
  const page = rest.slice(0, parsePageSize(query, context.pageSize));
  if (page.length > 0 && page.length < rest.length) {
    const next = new URLSearchParams({
      n: String(page.length),
      last: page[page.length - 1],
    });
    response.setHeader(
      'Link',
      `</v2/${repository}/tags/list?${next}>; rel="next"`,
    );
  }
  const body = JSON.stringify({ name: repository, tags: page });
  sendContent(exchange, Buffer.from(body), {
    etag: `"${digestOf(body)}"`,
    'content-type': 'application/json',
  });
}

function parsePageSize(query: URLSearchParams, limit: number): number {
  const text = query.get('n');
  if (text === null) return limit;
  if (!/^\d+$/.test(text)) {
    throw new RegistryError({
      status: 400,
      code: 'PAGINATION_NUMBER_INVALID',
      message: `n=${text} is not a number`,
    });
  }
  return Math.min(Number(text), limit);
}
