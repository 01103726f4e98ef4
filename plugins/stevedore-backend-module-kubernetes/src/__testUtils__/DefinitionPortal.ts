import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// both together are what is tried
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import stevedorePlugin from '@stevedore/plugin-stevedore-backend';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterAccess } from '../config/readKubernetesConfig';
import { stevedoreModuleKubernetes } from '../module';

/** A whole backend with one component, whose pipeline is in a cluster; it looks at the catalog once, at its start. */
export class DefinitionPortal {
  readonly #url: string;
  readonly #stop: () => Promise<void>;

  private constructor(url: string, stop: () => Promise<void>) {
    this.#url = url;
    this.#stop = stop;
  }

  static async start(how: {
    access: ClusterAccess;
    annotations?: Record<string, string>;
    stevedore?: JsonObject;
    /** Beside the clusters. */
    kubernetes?: JsonObject;
    /** What is to be in the backend beside, or in place of what is. */
    features?: BackendFeature[];
  }): Promise<DefinitionPortal> {
    const directory = await mkdtemp(join(tmpdir(), 'definitions-'));
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'web',
        namespace: 'default',
        etag: '1',
        annotations: how.annotations,
      },
      spec: { type: 'website', owner: 'group:default/team', lifecycle: 'x' },
    };
    const catalog = createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () =>
        catalogServiceMock({ entities: [entity] }) as CatalogService,
    });
    const config: JsonObject = {
      stevedore: {
        workDirectory: directory,
        definitions: { intervalSeconds: 3_600 },
        kubernetes: {
          clusters: [{ name: 'test', ...how.access }],
          ...how.kubernetes,
        },
        ...how.stevedore,
      },
    };
    const backend = await startTestBackend({
      features: [
        stevedorePlugin,
        stevedoreModuleKubernetes,
        catalog,
        mockServices.rootConfig.factory({ data: config }),
        ...(how.features ?? []),
      ],
    });
    const url = `http://localhost:${backend.server.port()}/api/stevedore`;
    return new DefinitionPortal(url, async () => {
      await backend.stop();
      await rm(directory, { recursive: true, force: true });
    });
  }

  /** @returns the answer, whatever it is */
  async get(path: string): Promise<any> {
    return (await this.#call(path)).json();
  }

  async post(path: string): Promise<void> {
    await this.#call(path, 'POST');
  }

  /** @returns status and answer, whatever they are */
  async ask(path: string, body: object = {}): Promise<any> {
    const answer = await this.#call(path, 'POST', body);
    const text = await answer.text();
    return { status: answer.status, ...(text && JSON.parse(text)) };
  }

  get pipeline(): Promise<any> {
    return this.get('/pipelines/component/default/web');
  }

  /** How many entries of a verb the ledger has. */
  async entries(verb: string): Promise<number> {
    const { items } = await this.get('/projects/shop/ledger?limit=100');
    return items.filter((entry: { verb: string }) => entry.verb === verb)
      .length;
  }

  close(): Promise<void> {
    return this.#stop();
  }

  #call(path: string, method = 'GET', body: object = {}): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      method,
      headers: {
        authorization: mockCredentials.user.header('user:default/ada'),
        ...(method === 'POST' && { 'content-type': 'application/json' }),
      },
      body: method === 'POST' ? JSON.stringify(body) : undefined,
    });
  }
}
