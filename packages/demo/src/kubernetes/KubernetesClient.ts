import * as http from 'node:http';
import * as https from 'node:https';
import { createInterface } from 'node:readline';
import {
  apiVersionOf,
  Kind,
  KubernetesObject,
  ObjectName,
  pathOf,
} from './kinds';

export interface KubernetesAddress {
  readonly url: string;
  /** PEM of the certificate that the server proves itself by, where it is reached by TLS. */
  readonly authority?: string;
  readonly token: string;
}

export interface WatchEvent<T> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: T;
}

/** What the API server answered instead of doing it. */
export class KubernetesError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'KubernetesError';
  }
}

/** The few requests that the demo's controllers make. */
export class KubernetesClient {
  private readonly agent: http.Agent;
  private readonly request: typeof http.request;

  constructor(private readonly address: KubernetesAddress) {
    const isPlain = address.url.startsWith('http:');
    const { Agent, request } = isPlain ? http : https;
    this.request = request;
    this.agent = new Agent({ ca: address.authority, keepAlive: true });
  }

  close(): void {
    this.agent.destroy();
  }

  async list<T>(
    kind: Kind,
  ): Promise<{ items: T[]; metadata: { resourceVersion: string } }> {
    return JSON.parse(await this.send('GET', pathOf(kind)));
  }

  /** Undefined when there is one of that name already. */
  async create<T extends KubernetesObject>(
    kind: Kind,
    object: T,
  ): Promise<T | undefined> {
    const { namespace } = object.metadata;
    const body = { apiVersion: apiVersionOf(kind), kind: kind.kind, ...object };
    try {
      const path = pathOf(kind, { namespace });
      return JSON.parse(await this.send('POST', path, body));
    } catch (error) {
      if ((error as KubernetesError).status === 409) return undefined;
      throw error;
    }
  }

  /** Merge patch (RFC 7386). */
  async patch<T>(kind: Kind, at: ObjectName, body: object): Promise<T> {
    return JSON.parse(await this.send('PATCH', pathOf(kind, at), body));
  }

  /** Merge patch of the status alone. */
  async report<T>(kind: Kind, at: ObjectName, status: object): Promise<T> {
    const path = pathOf(kind, at) + (kind.statusPath ? '/status' : '');
    return JSON.parse(await this.send('PATCH', path, { status }));
  }

  /** The same, onto exactly what was seen. @throws KubernetesError of status 409 when that has changed */
  async reportOnto<T extends KubernetesObject>(
    kind: Kind,
    { metadata }: T,
    status: object,
  ): Promise<T> {
    const { resourceVersion } = metadata;
    const path = `${pathOf(kind, metadata)}/status`;
    const body = { metadata: { resourceVersion }, status };
    return JSON.parse(await this.send('PATCH', path, body));
  }

  /** Events from a version on, until the server closes it. */
  async *watch<T>(
    kind: Kind,
    version: string,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent<T>> {
    const query = `watch=true&resourceVersion=${version}`;
    const path = `${pathOf(kind)}?${query}`;
    const answer = await this.open('GET', path, { signal });
    for await (const line of createInterface({ input: answer })) {
      yield JSON.parse(line);
    }
  }

  /** @throws KubernetesError when the answer is not one of success. */
  async send(method: string, path: string, body?: unknown): Promise<string> {
    const answer = await this.open(method, path, { body });
    return readText(answer);
  }

  private async open(
    method: string,
    path: string,
    { body, signal }: { body?: unknown; signal?: AbortSignal },
  ): Promise<http.IncomingMessage> {
    const type =
      method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const answer = await new Promise<http.IncomingMessage>(
      (resolve, reject) => {
        const asked = this.request(
          new URL(path, this.address.url),
          {
            method,
            signal,
            agent: this.agent,
            headers: {
              Authorization: `Bearer ${this.address.token}`,
              'Content-Type': type,
            },
          },
          resolve,
        );
        asked.once('error', reject);
        asked.end(body === undefined ? undefined : JSON.stringify(body));
      },
    );
    const status = answer.statusCode ?? 0;
    if (status < 300) return answer;
    const text = await readText(answer);
    throw new KubernetesError(status, `${method} ${path}: ${status} ${text}`);
  }
}

async function readText(answer: http.IncomingMessage): Promise<string> {
  answer.setEncoding('utf8');
  let text = '';
  for await (const chunk of answer) text += chunk;
  return text;
}
