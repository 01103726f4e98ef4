import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runInBrowser } from '../checks/browser.mjs';

/** `npm run bench:scroll`: how smoothly a long timeline scrolls; see packages/e2e/src/bench. */
export async function run() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stevedore-bench-'));
  const file = path.join(folder, 'result.json');
  try {
    const { failed, skipped, output } = await runInBrowser('bench', {
      STEVEDORE_BENCH_RESULT: file,
    });
    if (output) process.stderr.write(`${output}\n`);
    if (failed + skipped > 0) return 1;
    process.stdout.write(`${await readFile(file, 'utf8')}\n`);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
