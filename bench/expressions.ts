/**
 * What a hostile expression costs: the hostile table and 100,000 generated inputs, each at its best of three, beside an
 * honest expression that uses up nearly all its steps. Fails above 50 ms.
 */
import {
  hostileEnvironment,
  hostileExpressions,
  randomEnvironment,
  randomInput,
  reasonOf,
  seeded,
} from '@stevedore/promotion-engine/testing';
import { report, rounded, say } from './lib/figures';
import { machine } from './lib/machine';

const INPUTS = 100_000;
const LONGEST_MS = 50;
/** Just under the steps that one evaluation has. */
const HONEST = 'len(filter(1..18000, # % 2 == 0))';

/** The compiler, the collector and other programs take their turns at random: only what is slow every time is slow. */
function milliseconds(run: () => unknown, attempts = 3): number {
  let least = Infinity;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const started = performance.now();
    run();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

function worstOfTable(): number {
  const times = hostileExpressions.map(([expression]) =>
    milliseconds(() => reasonOf(expression, hostileEnvironment)),
  );
  return Math.max(...times);
}

function worstOfGenerated(): number {
  const random = seeded(20260504);
  let worst = 0;
  for (let index = 0; index < INPUTS; index += 1) {
    const input = randomInput(random);
    const run = () => reasonOf(input, randomEnvironment, index % 5 === 0);
    const first = milliseconds(run, 1);
    if (first > worst)
      worst = Math.max(worst, Math.min(first, milliseconds(run, 2)));
  }
  return worst;
}

const honest = milliseconds(() => {
  const reason = reasonOf(HONEST, {});
  if (reason) throw new Error(reason);
}, 10);
const hostile = worstOfTable();
const generated = worstOfGenerated();
const longest = Math.max(hostile, generated);
if (longest > LONGEST_MS) {
  say(`An expression took ${longest} ms; ${LONGEST_MS} ms is the most.`);
  process.exitCode = 1;
}
report({
  bench: 'expressions',
  ratios: {
    hostileToHonest: rounded(hostile / honest),
    generatedToHonest: rounded(generated / honest),
  },
  seconds: {
    honest: rounded(honest / 1000),
    hostile: rounded(hostile / 1000),
    generated: rounded(generated / 1000),
  },
  runs: INPUTS + hostileExpressions.length,
  machine: machine(),
});
