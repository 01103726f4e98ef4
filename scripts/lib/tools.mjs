import { fromRoot } from './root.mjs';

/** Command line tools of the root's dependencies, as files that Node runs. */
export const TOOLS = {
  backstage: fromRoot('node_modules/@backstage/cli/bin/backstage-cli'),
  cruise: fromRoot(
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  ),
  jest: fromRoot('node_modules/jest/bin/jest.js'),
  playwright: fromRoot('node_modules/@playwright/test/cli.js'),
  prettier: fromRoot('node_modules/prettier/bin-prettier.js'),
  tsc: fromRoot('node_modules/typescript/bin/tsc'),
};
