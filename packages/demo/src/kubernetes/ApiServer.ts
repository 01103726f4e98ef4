import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { DemoError } from '../world/DemoError';
import { KubernetesClient } from './KubernetesClient';

export interface ApiServerOptions {
  /** The program, built from `plugins/stevedore-backend-module-kubernetes/apiserver`. */
  readonly program: string;
  /** Where it keeps everything, its certificate included. */
  readonly directory: string;
}

/** A rule of a Role (rbac.authorization.k8s.io/v1). */
export interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

/** A Kubernetes API server with an etcd of its own, on a free port of loopback. It ends with this process. */
export class ApiServer {
  readonly url: string;
  /** The file with the certificate that it proves itself by. */
  readonly caFile: string;
  /** May do everything. */
  readonly admin: KubernetesClient;

  private constructor(
    private readonly child: ChildProcess,
    at: { url: string; caFile: string; admin: KubernetesClient },
  ) {
    this.url = at.url;
    this.caFile = at.caFile;
    this.admin = at.admin;
  }

  /** @throws DemoError with what the program said when it does not start. */
  static async start(options: ApiServerOptions): Promise<ApiServer> {
    const { program, directory } = options;
    await mkdir(directory, { recursive: true });
    const child = spawn(program, ['-data', directory], {
      stdio: ['pipe', 'pipe', 'pipe'],
      // Ctrl-C is for the demo, which ends it when Backstage has let go of it.
      detached: true,
    });
    let said = '';
    child.stderr.on('data', chunk => {
      said = `${said}${chunk}`.slice(-2_000);
    });
    const { url, ca } = await announced(child).catch(error => {
      child.kill('SIGKILL');
      throw new DemoError(
        `The Kubernetes API server did not start: ${error.message}\n${said}`,
      );
    });
    const authority = await readFile(ca, 'utf8');
    const admin = new KubernetesClient({ url, authority, token: 'admin' });
    return new ApiServer(child, { url, caFile: ca, admin });
  }

  /** What Backstage may do from now on. */
  async allow(rules: readonly PolicyRule[]): Promise<void> {
    await this.admin.send('PUT', '/control/rules', rules);
  }

  async stop(): Promise<void> {
    this.admin.close();
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    // its standard input is what ties it to this process
    this.child.kill('SIGTERM');
    this.child.stdin?.end();
    await gone;
  }
}

/** The line of JSON that it prints when it answers. */
async function announced(
  child: ChildProcess,
): Promise<{ url: string; ca: string }> {
  const lines = createInterface({ input: child.stdout! });
  const line = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`exit code ${code}`)));
  });
  child.stdout!.resume();
  return JSON.parse(line);
}
