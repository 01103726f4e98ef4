import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../world/test';
import { VIEWS } from '../world/views';

// The pictures of README.md and docs/, from the demo: `npm run screenshots`.

const FOLDER = resolve(__dirname, '../../../../docs/images');

const SIZES = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 360, height: 780 },
};

/** The views that the documentation shows; narrow ones only of what people read on the way. */
const SHOWN: Record<string, (keyof typeof SIZES)[]> = {
  tab: ['wide', 'narrow'],
  approval: ['wide', 'narrow'],
  plan: ['wide'],
  compare: ['wide'],
  problem: ['wide'],
  overview: ['wide'],
};

for (const { title, reach, settle, ...where } of VIEWS) {
  for (const size of SHOWN[title] ?? []) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const name = `${title}-${size}-${colorScheme}`;
      test(name, async ({ visit }) => {
        const page = await visit({
          ...where,
          colorScheme,
          viewport: SIZES[size],
        });
        await reach?.(page);
        await settle(page);
        // the first signal comes within seconds
        await expect(page.getByText('updates every')).toHaveCount(0);
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({
          path: resolve(FOLDER, `${name}.png`),
          animations: 'disabled',
        });
      });
    }
  }
}
