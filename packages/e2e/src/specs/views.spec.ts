import { expect, Page } from '@playwright/test';
import { expectAccessible } from '../world/axe';
import { test } from '../world/test';
import { VIEWS } from '../world/views';

// Everything that our plugin renders. What comes and goes is looked at where it comes
// about: decisions.spec.ts, forms.spec.ts, states.spec.ts.

const WIDTHS = [1440, 800, 360];

for (const { title, reach, settle, ...where } of VIEWS) {
  test(`axe finds nothing in ${title}, and it fits ${WIDTHS.join(
    ', ',
  )} px`, async ({ visit }) => {
    const page = await visit(where);
    await reach?.(page);
    await expectAccessible(page, { settle: () => settle(page), whole: true });
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
