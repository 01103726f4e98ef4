import { getBlob } from './handlers/blobs';
import {
  deleteManifestHandler,
  getManifestHandler,
  putManifestHandler,
} from './handlers/manifests';
import { listReferrers } from './handlers/referrers';
import { listTags } from './handlers/tags';
import { Handler } from './handlers/types';
import {
  appendUpload,
  beginUpload,
  cancelUpload,
  finishUpload,
  showUpload,
} from './handlers/uploads';
import { RegistryError } from './RegistryError';

/** Names as the Distribution specification defines them. */
const PART = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const NAME = `(?<repository>${PART}(?:/${PART})*)`;
const DIGEST = 'sha256:[a-f0-9]{64}';
const TAG = '[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}';

type Methods = Readonly<Partial<Record<string, Handler>>>;

function route(path: string, methods: Methods) {
  return { pattern: new RegExp(`^/v2/${NAME}/${path}$`), methods };
}

const ROUTES = [
  route('tags/list', { GET: listTags, HEAD: listTags }),
  route(`manifests/(?<reference>${DIGEST}|${TAG})`, {
    GET: getManifestHandler,
    HEAD: getManifestHandler,
    PUT: putManifestHandler,
    DELETE: deleteManifestHandler,
  }),
  route('blobs/uploads/', { POST: beginUpload }),
  route('blobs/uploads/(?<reference>[a-f0-9-]{36})', {
    GET: showUpload,
    PATCH: appendUpload,
    PUT: finishUpload,
    DELETE: cancelUpload,
  }),
  route(`blobs/(?<reference>${DIGEST})`, { GET: getBlob, HEAD: getBlob }),
  route(`referrers/(?<reference>${DIGEST})`, { GET: listReferrers }),
];

export interface MatchedRoute {
  readonly repository: string;
  readonly reference: string;
  readonly handler: Handler;
}

/** @throws RegistryError for a path or a method that the API does not have. */
export function matchRoute(method: string, path: string): MatchedRoute {
  for (const { pattern, methods } of ROUTES) {
    const groups = pattern.exec(path)?.groups;
    if (!groups) continue;
    const handler = methods[method];
    if (!handler) {
      throw new RegistryError({
        status: 405,
        code: 'UNSUPPORTED',
        message: `${method} is not for ${path}`,
        headers: { Allow: Object.keys(methods).join(', ') },
      });
    }
    const { repository, reference = '' } = groups;
    return { repository, reference, handler };
  }
  throw new RegistryError({
    status: 404,
    code: 'NAME_INVALID',
    message: `${path} is not a path of the Distribution API`,
  });
}
