import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { mergePatch } from '@stevedore/demo';
import { PrintedLine } from '@stevedore/promotion-engine';
import { KubernetesObject, pathOf, ResourceKind } from '../api/resourceKind';
import { logText } from './logText';

type Stored = KubernetesObject & Record<string, unknown>;
interface Change {
  version: number;
  path: string;
  event: { type: string; object: Stored };
}
interface Watcher {
  path: string;
  response: ServerResponse;
}
interface Answer {
  status: number;
  message?: string;
  reason?: string;
  headers?: Record<string, string>;
}

/** The protocol of a Kubernetes API at its edge, over real HTTP: list in pages, watch, get, merge patch, refusals. */
export class StandInApi {
  /** Counts of requests, by verb. */
  readonly asked: Record<string, number> = {};
  /** Answers that are given before any other, in order; a verb that is not asked keeps its answers. */
  readonly next: Record<string, Answer[]> = {};
  /** What containers printed, by path of the pod and name of the container. */
  readonly logs = new Map<string, PrintedLine[]>();
  pageSize = 500;
  #server?: Server;
  #port = 0;
  #version = 1;
  #oldest = 0;
  #objects = new Map<string, Stored>();
  #changes: Change[] = [];
  #watchers = new Set<Watcher>();

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get watches(): number {
    return this.#watchers.size;
  }

  /** Again on the port it had. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.#handle(request, response).catch(error => {
        answer(response, { status: 500, message: String(error) });
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    this.#watchers.clear();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }

  put(kind: ResourceKind, object: KubernetesObject): void {
    const { name, namespace } = object.metadata;
    const path = pathOf(kind, namespace, name);
    const known = this.#objects.get(path);
    this.#store(path, known ? 'MODIFIED' : 'ADDED', {
      ...object,
      apiVersion: [kind.group, kind.version].filter(Boolean).join('/'),
      kind: kind.kind,
    } as Stored);
  }

  remove(kind: ResourceKind, namespace: string, name: string): void {
    const path = pathOf(kind, namespace, name);
    const object = this.#objects.get(path);
    if (!object) return;
    this.#store(path, 'DELETED', object);
    this.#objects.delete(path);
  }

  read<T extends KubernetesObject>(
    kind: ResourceKind,
    namespace: string,
    name: string,
  ): T | undefined {
    return this.#objects.get(pathOf(kind, namespace, name)) as unknown as T;
  }

  /** Ends every watch, as API servers do now and then. */
  closeWatches(how: 'end' | 'destroy' = 'end'): void {
    for (const { response } of this.#watchers) {
      if (how === 'end') response.end();
      else response.destroy();
    }
    this.#watchers.clear();
  }

  /** Forgets what happened, so that old versions are gone (410). */
  forget(): void {
    this.#oldest = this.#version;
    this.#changes = [];
  }

  #store(path: string, type: string, object: Stored): void {
    this.#version += 1;
    const stored = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: `${this.#version}` },
    };
    this.#objects.set(path, stored);
    const change = {
      version: this.#version,
      path,
      event: { type, object: stored },
    };
    this.#changes.push(change);
    for (const watcher of this.#watchers)
      if (concerns(watcher.path, path))
        watcher.response.write(`${JSON.stringify(change.event)}\n`);
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url!, this.url);
    const status = pathname.endsWith('/status');
    const path = pathname.replace(/\/status$/, '');
    const object = this.#objects.get(path);
    const verb = path.endsWith('/log')
      ? 'log'
      : verbOf(request, searchParams, isObject(path));
    this.asked[verb] = (this.asked[verb] ?? 0) + 1;
    const planned = this.next[verb]?.shift();
    if (planned) return answer(response, planned);
    if (verb === 'log') return this.#log(path, searchParams, response);
    if (verb === 'watch') return this.#watch(path, searchParams, response);
    if (verb === 'list') return this.#list(path, searchParams, response);
    if (verb === 'create') return this.#create(path, request, response);
    if (!object) return answer(response, { status: 404, message: 'not found' });
    if (verb === 'get') return json(response, object);
    if (verb === 'delete') {
      this.#store(path, 'DELETED', object);
      this.#objects.delete(path);
      return json(response, { kind: 'Status', status: 'Success' });
    }
    const patch = patchOf(await bodyOf(request), status);
    const expected = patch.metadata?.resourceVersion;
    if (expected && expected !== object.metadata.resourceVersion)
      return answer(response, { status: 409, message: 'it was changed' });
    this.#store(path, 'MODIFIED', mergePatch(object, patch) as Stored);
    return json(response, this.#objects.get(path));
  }

  #log(path: string, query: URLSearchParams, response: ServerResponse) {
    const pod = path.replace(/\/log$/, '');
    if (!this.#objects.has(pod))
      return answer(response, { status: 404, message: 'not found' });
    const lines = this.logs.get(`${pod}/${query.get('container')}`) ?? [];
    response.end(logText(lines, query));
    return undefined;
  }

  async #create(
    collection: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    const object = JSON.parse(await bodyOf(request)) as Stored;
    const path = `${collection}/${object.metadata.name}`;
    if (this.#objects.has(path))
      return answer(response, { status: 409, message: 'already exists' });
    this.#store(path, 'ADDED', object);
    return json(response, this.#objects.get(path));
  }

  #list(path: string, query: URLSearchParams, response: ServerResponse) {
    const all = [...this.#objects.entries()]
      .filter(([each]) => concerns(path, each))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, object]) => object)
      .filter(object => hasLabel(object, query.get('labelSelector')));
    const from = Number(query.get('continue') ?? 0);
    const end = from + this.pageSize;
    json(response, {
      metadata: {
        resourceVersion: `${this.#version}`,
        ...(end < all.length && { continue: `${end}` }),
      },
      items: all.slice(from, end),
    });
  }

  #watch(path: string, query: URLSearchParams, response: ServerResponse) {
    const since = Number(query.get('resourceVersion'));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    if (since < this.#oldest) {
      const object = { kind: 'Status', code: 410, message: 'too old' };
      response.end(`${JSON.stringify({ type: 'ERROR', object })}\n`);
      return;
    }
    for (const { version, path: changed, event } of this.#changes)
      if (version > since && concerns(path, changed))
        response.write(`${JSON.stringify(event)}\n`);
    const watcher = { path, response };
    this.#watchers.add(watcher);
    response.on('close', () => this.#watchers.delete(watcher));
  }
}

/** `/apis/g/v/things`, or with `namespaces/x` before the kind; then there is a name. */
const isObject = (whole: string): boolean => {
  // the core group has a path of its own
  const path = whole.replace(/^\/api\//, '/apis/core/');
  return (
    /^\/apis\/[^/]+\/[^/]+\/(namespaces\/[^/]+\/)?[^/]+\/[^/]+$/.test(path) &&
    !/^\/apis\/[^/]+\/[^/]+\/namespaces\/[^/]+$/.test(path) &&
    !/^\/apis\/[^/]+\/[^/]+\/namespaces\/[^/]+\/[^/]+$/.test(path)
  );
};

/** A status is written by itself, and nothing else with it. */
function patchOf(body: string, onlyStatus: boolean): Partial<Stored> {
  const patch = JSON.parse(body) as Partial<Stored>;
  const { metadata, status } = patch;
  return onlyStatus
    ? ({ ...(metadata && { metadata }), status } as Partial<Stored>)
    : patch;
}

/** `key=value`, the only selector that is asked for. */
function hasLabel({ metadata }: Stored, selector: string | null): boolean {
  if (!selector) return true;
  const [key, value] = selector.split('=');
  return metadata.labels?.[key] === value;
}

/** Whether a collection holds an object. */
function concerns(collection: string, object: string): boolean {
  if (object.startsWith(`${collection}/`)) return true;
  const everywhere = object.replace(/\/namespaces\/[^/]+/, '');
  return everywhere.startsWith(`${collection}/`);
}

function verbOf(
  { method }: IncomingMessage,
  query: URLSearchParams,
  one: boolean,
): string {
  if (method === 'PATCH') return 'patch';
  if (method === 'POST') return 'create';
  if (method === 'DELETE') return 'delete';
  if (query.get('watch')) return 'watch';
  return one ? 'get' : 'list';
}

function answer(response: ServerResponse, given: Answer) {
  const { status, message, headers } = given;
  response.writeHead(status, {
    'content-type': 'application/json',
    ...headers,
  });
  const { reason = status === 404 ? 'NotFound' : undefined } = given;
  response.end(
    JSON.stringify({ kind: 'Status', code: status, message, reason }),
  );
}

function json(response: ServerResponse, body: unknown) {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
