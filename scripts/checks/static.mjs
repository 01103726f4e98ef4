import { fromRoot } from '../lib/root.mjs';
import { TOOLS } from '../lib/tools.mjs';
import { checkPlantedViolations } from './planted-violations.mjs';
import { checkPlantedImpurity } from './planted-impurity.mjs';
import { checkProgram, countCases } from './program.mjs';

const BUILD_INFO = fromRoot('.cache', 'tsconfig.tsbuildinfo');

/** What is checked without running the product: name → a function that counts. */
export const STATIC_CHECKS = {
  types: () => checkProgram([...TYPES, '--pretty', 'false']),
  lint: () =>
    checkProgram([TOOLS.backstage, 'repo', 'lint', '--format', 'unix']),
  boundaries: () =>
    checkProgram([
      TOOLS.cruise,
      '--config',
      '.dependency-cruiser.cjs',
      ...SOURCES,
    ]),
  'boundary rules fire': async () => countCases(await checkPlantedViolations()),
  'purity rules fire': async () => countCases(await checkPlantedImpurity()),
  format: () =>
    checkProgram([TOOLS.prettier, '--check', '--loglevel', 'warn', '.']),
};

// nothing is written but what makes the next check faster
const TYPES = [TOOLS.tsc, '--noEmit', '--tsBuildInfoFile', BUILD_INFO];
const SOURCES = ['packages', 'plugins'];
