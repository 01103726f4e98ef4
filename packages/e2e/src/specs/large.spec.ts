import { expect, Request } from '@playwright/test';
import { largePipeline } from '../world/largePipeline';
import { delivery, test } from '../world/test';
import { canBeQuiet } from '../world/timers';
import { untilGrid } from '../world/views';

// 300 freight and 12 stages, answered in the shape of the API where the network begins.

test('the first paint of 300 freight and 12 stages needs one request of ours', async ({
  visit,
}) => {
  const page = await visit({ person: 'ada', path: 'about:blank' });
  const large = largePipeline({ stages: 12, freight: 300 });
  await large.answer(page);
  // before a slow machine has painted, the page would read again
  await canBeQuiet(page, true);
  const asked: string[] = [];
  page.on('request', (request: Request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/stevedore')) asked.push(pathname);
  });
  await page.goto(delivery('web'));
  await untilGrid(page);
  await expect(page.getByText('9.0.299').first()).toBeVisible();
  expect(asked).toEqual(['/api/stevedore/pipelines/component/default/web']);
});

test('scrolling reads page after page, and draws only what is near', async ({
  visit,
}) => {
  const page = await visit({ person: 'ada', path: 'about:blank' });
  const large = largePipeline({ stages: 12, freight: 300 });
  await large.answer(page);
  await page.goto(delivery('web'));
  await untilGrid(page);
  const oldest = page.getByText('9.0.0', { exact: true });
  await page.getByText('9.0.299').first().hover();
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 3000);
      return oldest.count();
    })
    .toBeGreaterThan(0);
  const sizes = [...large.pages.values()];
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(300);
  expect(await page.getByRole('row').count()).toBeLessThan(100);
});
