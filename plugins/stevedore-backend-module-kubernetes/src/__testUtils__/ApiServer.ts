import { ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Agent, request } from 'undici';
import { PrintedLine } from '@stevedore/promotion-engine';
import { KubernetesObject, pathOf, ResourceKind } from '../api/resourceKind';
import { crdOf } from './crds';
import { eventually } from './eventually';
import { DirectAccess, TestCluster } from './TestCluster';

/** Where the program is; set where Go is there to build it. */
const API_SERVER = process.env.STEVEDORE_APISERVER;

/** `describe` where there is an API server; elsewhere its tests count as skipped. */
// eslint-disable-next-line jest/no-disabled-tests -- it counts as skipped, in sight
export const whereGoIs = API_SERVER ? describe : describe.skip;

/** A rule of a Role (rbac.authorization.k8s.io/v1). */
export interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

type ObjectName = { namespace: string; name: string };

/** The full half: the API server's own code for custom resources, with an etcd. */
export class ApiServer implements TestCluster {
  readonly #folder: string;
  #process?: ChildProcess;
  #port = 0;
  #rules: PolicyRule[] = [];
  readonly #kinds: ResourceKind[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** With these kinds installed, and the backend allowed to do everything. */
  static async start(kinds: readonly ResourceKind[]): Promise<ApiServer> {
    const folder = await mkdtemp(join(tmpdir(), 'stevedore-apiserver-'));
    const server = new ApiServer(folder);
    await server.back();
    for (const kind of kinds) await server.#install(kind);
    await server.allow([
      {
        apiGroups: kinds.map(({ group }) => group),
        resources: kinds.flatMap(({ plural }) => [plural, `${plural}/log`]),
        verbs: ['get', 'list', 'watch', 'patch', 'create', 'delete'],
      },
    ]);
    return server;
  }

  get access(): DirectAccess {
    return this.#accessAs('stevedore');
  }

  get controllers(): DirectAccess {
    return this.#accessAs('admin');
  }

  /** What the backend may do from now on. */
  async allow(rules: PolicyRule[]): Promise<void> {
    this.#rules = rules;
    await this.#send('PUT', '/control/rules', rules);
  }

  /** A token of a service account; of no seconds it has ended already. Of this run of the server. */
  async token(account: ObjectName, seconds: number): Promise<string> {
    const { namespace, name } = account;
    const path = `/control/token?name=${namespace}:${name}&seconds=${seconds}`;
    return JSON.parse(await this.#send('PUT', path)).token;
  }

  /** A client certificate for somebody, and its key, as PEM. Of this run of the server. */
  async certificate(name: string): Promise<{ cert: string; key: string }> {
    return JSON.parse(
      await this.#send('PUT', `/control/certificate?name=${name}`),
    );
  }

  async create(kind: ResourceKind, object: KubernetesObject): Promise<void> {
    const { namespace } = object.metadata;
    await this.#send('POST', pathOf(kind, namespace), {
      apiVersion: [kind.group, kind.version].filter(Boolean).join('/'),
      kind: kind.kind,
      ...object,
    });
  }

  async report(kind: ResourceKind, ref: ObjectName, status: object) {
    const path = `${pathOf(kind, ref.namespace, ref.name)}/status`;
    await this.#send('PATCH', path, { status });
  }

  async change(kind: ResourceKind, ref: ObjectName, patch: object) {
    await this.#send('PATCH', pathOf(kind, ref.namespace, ref.name), patch);
  }

  async read<T extends KubernetesObject>(kind: ResourceKind, ref: ObjectName) {
    const path = pathOf(kind, ref.namespace, ref.name);
    return JSON.parse(await this.#send('GET', path)) as T;
  }

  async print(
    { namespace, name }: ObjectName,
    container: string,
    lines: PrintedLine[],
  ) {
    const path = `/control/logs/${namespace}/${name}/${container}`;
    await this.#send('PUT', path, lines);
  }

  async remove(kind: ResourceKind, namespace: string, name: string) {
    await this.#send('DELETE', pathOf(kind, namespace, name));
  }

  async away(): Promise<void> {
    const child = this.#process;
    if (!child) return;
    this.#process = undefined;
    const gone = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async back(): Promise<void> {
    const child = spawn(
      API_SERVER!,
      ['-data', this.#folder, '-port', `${this.#port}`],
      { stdio: ['pipe', 'pipe', 'ignore'] },
    );
    this.#process = child;
    const lines = createInterface({ input: child.stdout });
    for await (const line of lines) {
      this.#port = Number(
        new URL((JSON.parse(line) as { url: string }).url).port,
      );
      break;
    }
    if (!this.#port) throw new Error('the API server did not start');
    child.stdout.resume();
    await this.allow(this.#rules);
    await Promise.all(this.#kinds.map(kind => this.#isServed(kind)));
  }

  /** It has another one when it is back, of its own authority. */
  rotateCertificate(): Promise<void> {
    return rm(join(this.#folder, 'tls'), { recursive: true });
  }

  async close(): Promise<void> {
    await this.away();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #install(kind: ResourceKind): Promise<void> {
    await this.#send(
      'POST',
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
      crdOf(kind),
    );
    await this.#isServed(kind);
    this.#kinds.push(kind);
  }

  #isServed(kind: ResourceKind): Promise<void> {
    return eventually(async () => {
      await this.#send('GET', pathOf(kind));
    });
  }

  async #send(method: string, path: string, body?: unknown): Promise<string> {
    const agent = new Agent({
      connect: { ca: await readFile(this.#ca, 'utf8') },
    });
    try {
      const answer = await request(`https://127.0.0.1:${this.#port}${path}`, {
        method: method as 'GET',
        dispatcher: agent,
        headers: {
          authorization: 'Bearer admin',
          'content-type':
            method === 'PATCH'
              ? 'application/merge-patch+json'
              : 'application/json',
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const said = await answer.body.text();
      if (answer.statusCode >= 300)
        throw new Error(`${method} ${path}: ${answer.statusCode} ${said}`);
      return said;
    } finally {
      await agent.close();
    }
  }

  get #ca() {
    return join(this.#folder, 'tls', 'apiserver.crt');
  }

  #accessAs(token: string): DirectAccess {
    const url = `https://127.0.0.1:${this.#port}`;
    return { url, caFile: this.#ca, skipTLSVerify: false, token };
  }
}
