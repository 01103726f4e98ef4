import { Config } from '@backstage/config';
import { isLoopback } from './isLoopback';

/**
 * Throws unless the configuration is that of the demo.
 *
 * Anyone who reaches the port can become anyone, so the port has to be out of other
 * machines' reach, and somebody has to have said so on purpose.
 */
export function assertDemoHost(config: Config): void {
  if (config.getOptionalBoolean('stevedore.demo.enabled') !== true) {
    throw new Error(
      'The sign-in of the demo lets anyone be anyone and runs in the demo only. ' +
        'Remove the module demoAuth from the backend, or set stevedore.demo.enabled: true in a demo.',
    );
  }
  const host = listenHost(config);
  if (!isLoopback(host)) {
    throw new Error(
      `The sign-in of the demo needs a backend that only this machine can reach, but it listens on "${host}". ` +
        'Set backend.listen.host: 127.0.0.1.',
    );
  }
}

/** `backend.listen` is an object, or a string such as `127.0.0.1:7007` or `:7007`. */
function listenHost(config: Config): string {
  const listen = config.getOptional('backend.listen');
  if (typeof listen === 'string') {
    return listen.slice(0, Math.max(0, listen.lastIndexOf(':')));
  }
  return config.getOptionalString('backend.listen.host') ?? '';
}
