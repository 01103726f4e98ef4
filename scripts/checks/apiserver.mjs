import { findApiServer } from '../lib/apiserver.mjs';

/**
 * The environment by which the tests find a real Kubernetes API server. Where there is none, one line says so; it
 * counts as skipped, and as failed where CI wants everything.
 *
 * @param {{ add(name: string, counted: object): void }} tally
 * @param {{ build: boolean }} how
 */
export async function apiServerEnvironment(tally, how) {
  try {
    const program = await findApiServer(how);
    return program ? { STEVEDORE_APISERVER: program } : {};
  } catch (error) {
    const required = process.env.CI === 'true';
    tally.add('Kubernetes API server', {
      passed: 0,
      failed: required ? 1 : 0,
      skipped: required ? 0 : 1,
      output: `Nothing was tested on a real Kubernetes API server: ${error.message}`,
    });
    return {};
  }
}
