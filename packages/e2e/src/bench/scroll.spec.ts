import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { Page } from '@playwright/test';
import { largePipeline } from '../world/largePipeline';
import { delivery, test } from '../world/test';
import { untilGrid } from '../world/views';

// `npm run bench:scroll`: frames while the timeline of 300 freight and 12 stages is
// scrolled, against a page of as many plain cells that nothing but the browser scrolls.

const STEPS = 80;

test('scrolls', async ({ visit }, info) => {
  const timeline = await visit({ person: 'ada', path: 'about:blank' });
  await largePipeline({ stages: 12, freight: 300 }).answer(timeline);
  await timeline.goto(delivery('web'));
  await untilGrid(timeline);
  await timeline.getByText('9.0.299').first().hover();
  const ours = await framesWhileScrolling(timeline);

  const plain = await visit({ person: 'ada', path: 'about:blank' });
  await plain.setContent(plainTable());
  const floor = await framesWhileScrolling(plain);

  const result = {
    bench: 'scroll',
    ratios: {
      median: ratio(ours, floor, 0.5),
      p95: ratio(ours, floor, 0.95),
    },
    seconds: {
      median: quantile(ours, 0.5) / 1000,
      p95: quantile(ours, 0.95) / 1000,
    },
    runs: ours.length,
    machine: { cores: cpus().length, node: process.version },
  };
  await writeFile(
    process.env.STEVEDORE_BENCH_RESULT ?? info.outputPath('result.json'),
    JSON.stringify(result),
  );
});

/** Milliseconds between the frames that were drawn. */
async function framesWhileScrolling(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { frames });
    let last = performance.now();
    const draw = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  });
  for (let step = 0; step < STEPS; step += 1) {
    await page.mouse.wheel(0, 120);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return page.evaluate(
    () => (window as unknown as { frames: number[] }).frames,
  );
}

function plainTable(): string {
  const cells = '<td>blocked<br>needs the stage before</td>'.repeat(12);
  return `<table>${`<tr><th>9.0</th>${cells}</tr>`.repeat(300)}</table>`;
}

function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)];
}

function ratio(ours: number[], floor: number[], part: number): number {
  return Number((quantile(ours, part) / quantile(floor, part)).toPrecision(3));
}
