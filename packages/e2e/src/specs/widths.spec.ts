import { expect, Page } from '@playwright/test';
import { test } from '../world/test';
import { VIEWS } from '../world/views';

const WIDTHS = [1440, 800, 360];

for (const { title, settle, ...where } of VIEWS) {
  test(`${title} does not scroll sideways at ${WIDTHS.join(', ')} px`, async ({
    visit,
  }) => {
    const page = await visit(where);
    await settle(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await expect
        .poll(() => overflow(page), { message: `${width} px` })
        .toBe(0);
    }
  });
}

/** By how many pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}
