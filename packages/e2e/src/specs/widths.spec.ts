import { expect } from '@playwright/test';
import { test } from '../world/test';
import { VIEWS } from '../world/views';

for (const width of [360, 800, 1440]) {
  for (const { title, settle, ...where } of VIEWS) {
    test(`${title} does not scroll sideways at ${width} px`, async ({
      visit,
    }) => {
      const page = await visit({ ...where, viewport: { width, height: 900 } });
      await settle(page);
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }));
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    });
  }
}
