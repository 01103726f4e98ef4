import { startDemo } from './startDemo';

/**
 * One demo for all specifications; its addresses travel in the environment. With
 * STEVEDORE_E2E_PORTAL (and the variables of that demo) they look at one that runs.
 */
export default async function globalSetup() {
  if (process.env.STEVEDORE_E2E_PORTAL) return undefined;
  const demo = await startDemo();
  Object.assign(process.env, demo.env, { STEVEDORE_E2E_PORTAL: demo.portal });
  return () => demo.stop();
}
