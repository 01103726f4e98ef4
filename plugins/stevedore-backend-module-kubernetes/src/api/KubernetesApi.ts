import { setTimeout as sleep } from 'node:timers/promises';
import { Dispatcher, request } from 'undici';
import { ClusterError } from './ClusterError';
import { ClusterConnection } from './Connection';
import { linesOf } from './linesOf';
import {
  KubernetesObject,
  ObjectMeta,
  pathOf,
  ResourceKind,
  resourceName,
} from './resourceKind';

/** Milliseconds that an answer may take; a watch has none. */
const ANSWER_MS = 30_000;
/** How often a request that the cluster put off is made again. */
const PUT_OFF = 4;
const LONGEST_WAIT_MS = 10_000;
const PAGE = 500;

export type Verb = 'get' | 'list' | 'watch' | 'patch' | 'create' | 'delete';

const METHODS: Partial<Record<Verb, 'PATCH' | 'POST' | 'DELETE'>> = {
  patch: 'PATCH',
  create: 'POST',
  delete: 'DELETE',
};

/** What is asked of which objects; a name goes with `get` and `patch`. */
export interface Target {
  kind: ResourceKind;
  /** Absent: all namespaces. */
  namespace?: string;
  name?: string;
  /** A part of its own, such as `log` of a pod. */
  subresource?: string;
}

export interface ObjectList<T> {
  items: T[];
  resourceVersion: string;
}

/** One event of a watch (meta/v1 WatchEvent). */
export interface WatchEvent<T> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: T;
}

interface Call {
  verb: Verb;
  target: Target;
  query?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
}

/** The few requests that are made of one cluster. Every failure is a ClusterError. */
export class KubernetesApi {
  readonly cluster: string;
  readonly #connection: ClusterConnection;

  constructor(cluster: string, connection: ClusterConnection) {
    this.cluster = cluster;
    this.#connection = connection;
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  /** @returns undefined when there is none. */
  async get<T extends KubernetesObject>(
    target: Target,
    signal?: AbortSignal,
  ): Promise<T | undefined> {
    try {
      return (await this.#json({ verb: 'get', target, signal })) as T;
    } catch (error) {
      if (error instanceof ClusterError && error.missing) return undefined;
      throw error;
    }
  }

  /** All of them, page by page, at one version. */
  async list<T extends KubernetesObject>(
    target: Target,
    how: { signal?: AbortSignal; labelSelector?: string } = {},
  ): Promise<ObjectList<T>> {
    const { signal, labelSelector } = how;
    const items: T[] = [];
    let from = '';
    for (;;) {
      const query = {
        limit: `${PAGE}`,
        ...(from && { continue: from }),
        ...(labelSelector && { labelSelector }),
      };
      const page = (await this.#json({
        verb: 'list',
        target,
        query,
        signal,
      })) as {
        items: T[];
        metadata: { resourceVersion: string; continue?: string };
      };
      items.push(...page.items);
      from = page.metadata.continue ?? '';
      if (!from)
        return { items, resourceVersion: page.metadata.resourceVersion };
    }
  }

  /** Merge patch (RFC 7386). With a `resourceVersion` in it, it is refused when the object changed since. */
  async patch<T extends KubernetesObject>(
    target: Target,
    body: { metadata?: Partial<ObjectMeta> } & Record<string, unknown>,
  ): Promise<T> {
    return (await this.#json({ verb: 'patch', target, body })) as T;
  }

  /** @throws ClusterError with `conflict` when there is one of that name already */
  async create<T extends KubernetesObject>(
    target: Omit<Target, 'name'>,
    body: T,
  ): Promise<T> {
    return (await this.#json({ verb: 'create', target, body })) as T;
  }

  /** With all that belongs to it. One that is not there is no error. */
  async remove(target: Target): Promise<void> {
    const body = { propagationPolicy: 'Background' };
    try {
      await this.#json({ verb: 'delete', target, body });
    } catch (error) {
      if (!(error instanceof ClusterError && error.status === 404)) throw error;
    }
  }

  /** Plain text of a part of an object, such as the log of a pod. */
  async text(target: Target, query: Record<string, string>): Promise<string> {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const call: Call = { verb: 'get', target, query, signal };
    const answer = await this.#send(call);
    try {
      return await answer.body.text();
    } catch (error) {
      throw this.#unanswered(call, error);
    }
  }

  /** Events from a version on, until the cluster closes it. `opened` is called once it stands. */
  async *watch<T extends KubernetesObject>(
    target: Target,
    how: { resourceVersion: string; signal: AbortSignal; opened(): void },
  ): AsyncGenerator<WatchEvent<T>> {
    const { resourceVersion, signal } = how;
    const call: Call = {
      verb: 'watch',
      target,
      signal,
      query: { watch: 'true', allowWatchBookmarks: 'true', resourceVersion },
    };
    const answer = await this.#send(call);
    how.opened();
    try {
      for await (const line of linesOf(answer.body))
        yield JSON.parse(line) as WatchEvent<T>;
    } catch (error) {
      throw this.#unanswered(call, error);
    }
  }

  async #json(call: Call): Promise<unknown> {
    const timeout = AbortSignal.timeout(ANSWER_MS);
    const signal = call.signal
      ? AbortSignal.any([call.signal, timeout])
      : timeout;
    const answer = await this.#send({ ...call, signal });
    try {
      return await answer.body.json();
    } catch (error) {
      throw this.#unanswered(call, error);
    }
  }

  /** @throws ClusterError unless it went well; what is put off is asked again a few times. */
  async #send(call: Call): Promise<Dispatcher.ResponseData> {
    for (let again = 0; ; again++) {
      const answer = await this.#request(call);
      if (answer.statusCode < 300) return answer;
      const error = await this.#refused(call, answer);
      const { status, retryAfterMs } = error;
      const putOff = (status === 429 || status === 503) && retryAfterMs;
      if (!putOff || again >= PUT_OFF || retryAfterMs > LONGEST_WAIT_MS)
        throw error;
      await sleep(retryAfterMs, undefined, { signal: call.signal }).catch(
        () => {
          throw error;
        },
      );
    }
  }

  async #request({ verb, target, query, body, signal }: Call) {
    try {
      const { server, headers, dispatcher } = await this.#connection.open();
      const url = new URL(
        server + pathOf(target.kind, target.namespace, target.name),
      );
      if (target.subresource) url.pathname += `/${target.subresource}`;
      for (const [name, value] of Object.entries(query ?? {}))
        url.searchParams.set(name, value);
      return await request(url, {
        method: METHODS[verb] ?? 'GET',
        dispatcher,
        signal,
        body: body === undefined ? undefined : JSON.stringify(body),
        headers: {
          accept: 'application/json',
          'user-agent': 'stevedore',
          ...(body !== undefined && {
            'content-type':
              verb === 'patch'
                ? 'application/merge-patch+json'
                : 'application/json',
          }),
          ...headers,
        },
      });
    } catch (error) {
      throw this.#unanswered({ verb, target }, error);
    }
  }

  async #refused(
    { verb, target }: Call,
    { statusCode, headers, body }: Dispatcher.ResponseData,
  ): Promise<ClusterError> {
    const text = await body.text().catch(() => '');
    const said = statusIn(text).message || `HTTP ${statusCode}`;
    const seconds = Number(headers['retry-after']);
    const about = {
      status: statusCode,
      reason: statusIn(text).reason,
      retryAfterMs: seconds > 0 ? seconds * 1000 : undefined,
    };
    const where = `cluster ${this.cluster}`;
    const what = `${verb} ${described(target)}`;
    const denial = DENIED.exec(said)?.[1];
    if (denial !== undefined)
      return new ClusterError(`${where} did not ${what}: ${denial}`, {
        ...about,
        denial,
      });
    if (statusCode === 403)
      return new ClusterError(
        `${where} does not let Stevedore ${what}: add the verb ${verb} on ${resourceOf(
          target,
        )} to its role (${said})`,
        about,
      );
    if (statusCode === 401)
      return new ClusterError(
        `${where} does not know who asks to ${what}: renew its token or certificate in ${
          this.#connection.place
        } (${said})`,
        about,
      );
    return new ClusterError(`${where} did not ${what}: ${said}`, about);
  }

  #unanswered({ verb, target }: Pick<Call, 'verb' | 'target'>, error: unknown) {
    if (error instanceof ClusterError) return error;
    return new ClusterError(
      `cluster ${this.cluster} did not answer to ${verb} ${described(
        target,
      )}: ${causeOf(error)}`,
    );
  }
}

/** As its role names it: `rollouts.argoproj.io/status`. */
const resourceOf = ({ kind, subresource }: Target): string =>
  [resourceName(kind), subresource].filter(Boolean).join('/');

/** How API servers begin to say what an admission webhook said. */
const DENIED = /^admission webhook "[^"]*" denied the request: ?(.*)$/s;

function described(target: Target): string {
  const { namespace, name } = target;
  const which = name ? ` "${name}"` : '';
  const where = namespace ? ` in namespace ${namespace}` : '';
  return `${resourceOf(target)}${which}${where}`;
}

/** Of a Status object (meta/v1): a sentence for people, and a word for programs. Of Backstage's own answers the sentence. */
function statusIn(text: string): { message?: string; reason?: string } {
  try {
    const { error, ...status } = JSON.parse(text);
    return typeof error?.message === 'string'
      ? { message: error.message }
      : status;
  } catch {
    return {};
  }
}

function causeOf(error: unknown): string {
  const { cause, message, code } = error as Error & { code?: string };
  if (cause instanceof Error) return causeOf(cause);
  return message || code || String(error);
}
