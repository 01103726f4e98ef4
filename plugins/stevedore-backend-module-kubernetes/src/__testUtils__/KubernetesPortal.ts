import { mockServices } from '@backstage/backend-test-utils';
import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Portal } from '../api/PluginConnection';

/** A Backstage with the real Kubernetes plugin, in a process of its own, as this backend comes to it. */
export class KubernetesPortal implements Portal {
  readonly auth = mockServices.auth({ pluginId: 'stevedore' });
  readonly discovery: Portal['discovery'];
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    const getBaseUrl = async (plugin: string) =>
      `http://localhost:${port}/api/${plugin}`;
    this.discovery = { getBaseUrl, getExternalBaseUrl: getBaseUrl };
  }

  static async start(options: {
    clusterLocatorMethods: object[];
    entities?: object[];
    /** Of the way to sign in `x509`, which it has then. */
    certificate?: { cert: string; key: string };
  }): Promise<KubernetesPortal> {
    const { certificate, clusterLocatorMethods, entities = [] } = options;
    const serviceLocatorMethod = { type: 'multiTenant' };
    const kubernetes = { serviceLocatorMethod, clusterLocatorMethods };
    const child = fork(
      join(__dirname, 'kubernetesPlugin.ts'),
      [JSON.stringify({ data: { kubernetes }, entities, certificate })],
      {
        execArgv: [
          '--require',
          require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
        ],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    const port = await new Promise<number>((resolve, reject) => {
      // what compiles the child tells of every file that it loads
      child.on('message', told => typeof told === 'number' && resolve(told));
      child.once('exit', code =>
        reject(new Error(`the Kubernetes plugin ended with ${code}`)),
      );
    });
    return new KubernetesPortal(child, port);
  }

  async close(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.disconnect();
    await gone;
  }
}
