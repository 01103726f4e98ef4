import { fromRoot } from '../lib/root.mjs';
import { TOOLS } from '../lib/tools.mjs';
import { checkPlantedViolations } from './planted-violations.mjs';
import { checkPlantedImpurity } from './planted-impurity.mjs';
import { checkPackages, checkPlantedPackages } from './packages.mjs';
import { checkProgram, countCases } from './program.mjs';

const BUILD_INFO = fromRoot('.cache', 'tsconfig.tsbuildinfo');

/** What is checked without running the product: name → a function that counts. The longest begins first. */
const STATIC_CHECKS = {
  types: () => checkProgram([...TYPES, '--pretty', 'false']),
  format: () =>
    checkProgram([TOOLS.prettier, '--check', '--loglevel', 'warn', '.']),
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
  packages: async () =>
    countCases([...checkPackages(), ...checkPlantedPackages()]),
};

/** Most of them keep one core busy, and a machine has two at least. */
const AT_ONCE = 2;

/**
 * Runs the checks that are named, or all.
 *
 * @param {import('../lib/tally.mjs').Tally} tally
 * @param {string[]} names
 */
export async function runStaticChecks(tally, names = []) {
  const left = Object.entries(STATIC_CHECKS).filter(
    ([name]) => names.length === 0 || names.includes(name),
  );
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift())
      await tally.measure(...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

// nothing is written but what makes the next check faster
const TYPES = [TOOLS.tsc, '--noEmit', '--tsBuildInfoFile', BUILD_INFO];
const SOURCES = ['packages', 'plugins'];
