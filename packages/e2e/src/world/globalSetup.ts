import { startDemo } from './startDemo';

/** One demo for all specifications; its addresses travel in the environment. */
export default async function globalSetup() {
  const demo = await startDemo();
  Object.assign(process.env, demo.env, { STEVEDORE_E2E_PORTAL: demo.portal });
  return () => demo.stop();
}
