import {
  mkdir,
  mkdtemp,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MOUNT = 'var/run/secrets/kubernetes.io/serviceaccount';

/** What a kubelet gives a container: the API's address in the environment, and a volume that it swaps as a whole. */
export class Pod {
  readonly root: string;
  readonly #environment = { ...process.env };
  #version = 0;

  private constructor(root: string) {
    this.root = root;
  }

  static async start(url: string): Promise<Pod> {
    const pod = new Pod(await mkdtemp(join(tmpdir(), 'stevedore-pod-')));
    const { hostname, port } = new URL(url);
    process.env.KUBERNETES_SERVICE_HOST = hostname;
    process.env.KUBERNETES_SERVICE_PORT = port;
    return pod;
  }

  async mount(files: { token: string; 'ca.crt': string }): Promise<void> {
    const mount = join(this.root, MOUNT);
    const first = this.#version === 0;
    this.#version += 1;
    const data = `..data_${this.#version}`;
    await mkdir(join(mount, data), { recursive: true });
    const all = Object.entries({ namespace: 'stevedore', ...files });
    for (const [name, text] of all)
      await writeFile(join(mount, data, name), text);
    await symlink(data, join(mount, '..data_new'));
    await rename(join(mount, '..data_new'), join(mount, '..data'));
    if (first)
      for (const [name] of all)
        await symlink(join('..data', name), join(mount, name));
  }

  async end(): Promise<void> {
    process.env = this.#environment;
    await rm(this.root, { recursive: true, force: true });
  }
}
