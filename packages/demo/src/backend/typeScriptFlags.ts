import { createRequire } from 'node:module';
import { join } from 'node:path';
import { REPOSITORY } from '../world/layout';

/**
 * The flags with which Node runs the TypeScript of this repository: each file is compiled as it is loaded, and what
 * came of it is kept for the next process.
 */
export function typeScriptFlags(): string[] {
  const require = createRequire(join(REPOSITORY, 'package.json'));
  return [
    join(REPOSITORY, 'scripts/lib/transformCache.cjs'),
    require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
  ].flatMap(file => ['--require', file]);
}
