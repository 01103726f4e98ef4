import { expect, Page } from '@playwright/test';
import { delivery, test, World } from '../world/test';
import { canBeQuiet, quiet } from '../world/timers';
import { cell, untilGrid } from '../world/views';

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
  await canBeQuiet(page);
  await page.goto(delivery('shop'));
  // a connection that fails at first is tried again by a timer
  await expect(page.getByText('live', { exact: true })).toBeVisible();
  await quiet(page);
  await follows(page, '1.8.0', release);
});

async function follows(page: Page, version: string, release: World['release']) {
  await untilGrid(page);
  await release(version, 'shop');
  await expect(cell(page, version, 'dev')).toContainText('here');
}
