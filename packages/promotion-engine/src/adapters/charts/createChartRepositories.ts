import { RegistryError } from '../../model/errors';
import { ChartIndex, ChartRepositories } from '../../ports/charts';
import { OciRegistryOptions } from '../oci';
import { brokenAnswer, explainFailure, explainStatus } from '../oci/explain';
import { LruCache } from '../LruCache';
import { RegistryClient } from '../oci/RegistryClient';
import { isPlain, RepositoryAddress } from '../oci/repositoryAddress';
import { IndexReader } from './IndexReader';

/** Indexes are large and few. */
const INDEXES = 500;
const MAX_BYTES = 256 * 1024 * 1024;

interface Known {
  index: ChartIndex;
  etag?: string;
  lastModified?: string;
}

/** Reads chart repositories over HTTP. Credentials, budgets and pauses of a host are as for a registry. */
export function createChartRepositories(
  options: OciRegistryOptions,
): ChartRepositories {
  const client = new RegistryClient(options);
  // without encryption no password is sent
  const anonymous = new RegistryClient({
    ...options,
    credentials: () => undefined,
  });
  const known = new LruCache<Known>(INDEXES);
  return {
    async index(repoURL, { insecureSkipTLSVerify }) {
      const { place, path } = addressOf(repoURL);
      const plain = place.origin.startsWith('http:');
      const sender =
        plain && !isPlain(place.host, client.insecure) ? anonymous : client;
      const before = known.get(repoURL);
      const response = await sender.send(place, {
        method: 'GET',
        path,
        headers: conditions(before),
        insecureSkipTLSVerify,
      });
      if (response.status === 304 && before) return before.index;
      if (!response.ok) {
        await response.body?.cancel();
        throw explainStatus(response.status, place);
      }
      const index = await readIndex(response, place);
      const etag = response.headers.get('etag') ?? undefined;
      const lastModified = response.headers.get('last-modified') ?? undefined;
      known.set(repoURL, { index, etag, lastModified });
      return index;
    },
  };
}

/** `index.yaml` stands below the repository's path, whatever query the repository needs. */
function addressOf(repoURL: string): {
  place: RepositoryAddress;
  path: string;
} {
  const url = URL.canParse(repoURL) ? new URL(repoURL) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new RegistryError(
      `"${repoURL}" is no chart repository: write https://host/path, or oci://host/path for charts in a registry.`,
    );
  }
  const path = `${url.pathname.replace(/\/+$/, '')}/index.yaml`;
  const place = {
    host: url.host,
    origin: url.origin,
    repository: url.pathname,
  };
  return { place, path: `${path}${url.search}` };
}

function conditions(before?: Known): Record<string, string> {
  const { etag, lastModified } = before ?? {};
  return {
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
}

async function readIndex(
  response: Response,
  place: RepositoryAddress,
): Promise<ChartIndex> {
  const reader = new IndexReader();
  const decoder = new TextDecoder();
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MAX_BYTES)
        throw new Error(`it is larger than ${MAX_BYTES} bytes`);
      reader.write(decoder.decode(chunk, { stream: true }));
    }
    reader.write(decoder.decode());
  } catch (error) {
    throw (error as { code?: string }).code
      ? explainFailure(error, place)
      : brokenAnswer(place, (error as Error).message);
  }
  try {
    return reader.end();
  } catch (error) {
    throw brokenAnswer(
      place,
      `its index cannot be read (${(error as Error).message.split('\n')[0]})`,
    );
  }
}
