import { Entity } from '@backstage/catalog-model';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { stevedorePlugin } from '../plugin';

export type Annotations = Record<string, string>;

export interface Portal {
  /** Of the plugin, without a slash at the end. */
  readonly url: string;
  readonly directory: string;
  /** Puts a component into the catalog, with its file and more beside it, or changes it. */
  put(
    name: string,
    annotations: Annotations,
    files?: Record<string, string>,
  ): Promise<void>;
  remove(name: string): void;
  /** As a person; `undefined` as nobody. */
  call(path: string, options?: CallOptions): Promise<Answer>;
  /** Asks again and again until the answer will do. @throws Error with the last answer when it never does */
  until<T>(ask: () => Promise<T | undefined>): Promise<T>;
  stop(): Promise<void>;
}

export interface CallOptions {
  method?: string;
  body?: unknown;
  /** Entity ref; default `user:default/mock`. Null: nobody. */
  as?: string | null;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  body: any;
}

const PATIENCE_MS = 90_000;
const PAUSE_MS = 50;

/** The plugin in a Backstage backend of its own, asked over HTTP; catalog and people are the test's. */
export async function startPortal(
  config: JsonObject,
  features: BackendFeature[] = [],
): Promise<Portal> {
  const directory = await mkdtemp(join(tmpdir(), 'portal-'));
  const entities = new Map<string, Entity>();
  const catalogFeature = createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => {
      const now = () =>
        catalogServiceMock({ entities: [...entities.values()] });
      // what the plugin asks for, of the entities that are there at that moment
      const catalog: Pick<CatalogService, 'getEntityByRef' | 'queryEntities'> =
        {
          getEntityByRef: (...args) => now().getEntityByRef(...args),
          queryEntities: (...args) => now().queryEntities(...args),
        };
      return catalog as CatalogService;
    },
  });
  const backend = await startTestBackend({
    features: [
      stevedorePlugin,
      catalogFeature,
      // without a token one is nobody, as in real life
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.rootConfig.factory({
        data: {
          ...config,
          stevedore: {
            workDirectory: join(directory, 'engine'),
            definitions: { intervalSeconds: 0.1 },
            ...(config.stevedore as JsonObject),
          },
        },
      }),
      ...features,
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api/stevedore`;
  let etag = 0;
  let last: Answer | undefined;
  return {
    url,
    directory,
    async put(name, annotations, files = {}) {
      etag += 1;
      const entity = entityOf(name, { annotations, etag: `${etag}` });
      const place = join(directory, 'catalog', name, 'catalog-info.yaml');
      const text = stringify({ ...entity, metadata: { name, annotations } });
      for (const [path, content] of Object.entries({
        ...files,
        'catalog-info.yaml': text,
      })) {
        const file = join(dirname(place), path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
      entity.metadata.annotations = {
        ...annotations,
        'backstage.io/managed-by-location': `file:${place}`,
      };
      entities.set(name, entity);
    },
    remove: name => {
      entities.delete(name);
    },
    call: async (path, options) => {
      last = await call(`${url}${path}`, options);
      return last;
    },
    until: ask => until(ask, () => last),
    async stop() {
      await backend.stop();
      await rm(directory, { recursive: true });
    },
  };
}

function entityOf(
  name: string,
  { annotations, etag }: { annotations: Annotations; etag: string },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations, etag },
    spec: { type: 'website', owner: 'group:default/team', lifecycle: 'x' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
  };
}

async function call(
  url: string,
  { method = 'GET', body, as, headers }: CallOptions = {},
): Promise<Answer> {
  const authorization =
    as === null ? undefined : mockCredentials.user.header(as);
  const response = await fetch(url, {
    method,
    headers: {
      ...(authorization && { Authorization: authorization }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text && JSON.parse(text) };
}

async function until<T>(
  ask: () => Promise<T | undefined>,
  last: () => Answer | undefined,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end)
      throw new Error(`it never came to that; last: ${JSON.stringify(last())}`);
    await new Promise(done => setTimeout(done, PAUSE_MS));
  }
}
