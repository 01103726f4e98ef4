import { runTypeScript } from '../lib/run-ts.mjs';
import { fromRoot } from '../lib/root.mjs';

const ENGINE = 'packages/promotion-engine/src';
const BACKEND = 'plugins/stevedore-backend/src';

/** `npm run docs`: writes the pages that are made from code. Tests say when one is not current. */
export async function run() {
  const steps = await runTypeScript(
    `${ENGINE}/registry/testing/docs/writeStepDocs.ts`,
    [fromRoot(ENGINE, 'kinds/steps'), fromRoot('docs', 'steps.md')],
  );
  const permissions = await runTypeScript(
    `${BACKEND}/__testUtils__/matrix/writePermissionDocs.ts`,
    [fromRoot('docs', 'permissions.md')],
  );
  return steps || permissions;
}
