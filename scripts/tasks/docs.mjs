import { runTypeScript } from '../lib/run-ts.mjs';
import { fromRoot } from '../lib/root.mjs';

const ENGINE = 'packages/promotion-engine/src';

/** `npm run docs`: writes the pages that are made from code. Tests say when one is not current. */
export function run() {
  return runTypeScript(`${ENGINE}/registry/testing/docs/writeStepDocs.ts`, [
    fromRoot(ENGINE, 'kinds/steps'),
    fromRoot('docs', 'steps.md'),
  ]);
}
