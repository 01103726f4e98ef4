import { expect, Page } from '@playwright/test';
import { delivery, test, World } from '../world/test';
import { untilGrid } from '../world/views';

// The page follows by signals, and by asking when there are none: each alone is enough.

test('follows by asking when signals are switched off', async ({
  visit,
  release,
}) => {
  const page = await visit({ person: 'ada', path: 'about:blank' });
  await page.routeWebSocket(/\/api\/signals/, socket => socket.close());
  await page.goto(delivery('shop'));
  await follows(page, '1.7.0', release);
});

test('follows by signals when nothing asks by itself', async ({
  visit,
  release,
}) => {
  const page = await visit({ person: 'ada', path: 'about:blank' });
  await page.addInitScript(dropLongTimers);
  await page.goto(delivery('shop'));
  await follows(page, '1.8.0', release);
});

async function follows(page: Page, version: string, release: World['release']) {
  await untilGrid(page);
  await release(version, 'shop');
  const row = page.getByRole('row').filter({ hasText: version });
  await expect(row).toBeVisible();
  await expect(row.getByText('here').first()).toBeVisible();
}

/** What polls waits for seconds; what draws waits for less than one. */
function dropLongTimers() {
  const { setTimeout, setInterval } = window;
  const unless =
    (start: typeof setTimeout): any =>
    (handler: TimerHandler, delay = 0, ...rest: unknown[]) =>
      delay >= 1000 ? 0 : start(handler, delay, ...rest);
  window.setTimeout = unless(setTimeout);
  window.setInterval = unless(setInterval as typeof setTimeout);
}
