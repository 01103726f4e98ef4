import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';
import { test } from '../world/test';
import { VIEWS } from '../world/views';

// WCAG 2.1 A and AA, no rule left out, on everything that our plugin renders.

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

for (const { title, settle, ...where } of VIEWS) {
  test(`axe finds nothing in ${title}, light and dark`, async ({
    visit,
  }, info) => {
    const page = await visit(where);
    await settle(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await untilPainted(page, colorScheme);
      const { ours, host } = await findings(page);
      await info.attach(`findings in the host itself, ${colorScheme}`, {
        body: host.join('\n'),
        contentType: 'text/plain',
      });
      expect({ colorScheme, ours }).toEqual({ colorScheme, ours: [] });
    }
  });
}

/** The host has put on the theme that the person's system asks for. */
async function untilPainted(page: Page, colorScheme: 'light' | 'dark') {
  await expect(page.locator('body')).toHaveAttribute(
    'data-theme-mode',
    colorScheme,
  );
}

/** A line for each element that breaks a rule, apart for ours and for the host's shell. */
async function findings(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(TAGS)
    .analyze();
  const ours: string[] = [];
  const host: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, html, failureSummary } of nodes) {
      const inOurs = await isOurs(page, target.flat().join(' '));
      (inOurs ? ours : host).push(`${id}: ${html}\n${failureSummary}`);
    }
  }
  return { ours, host };
}

/** Everything of ours stands below an element that says so. */
function isOurs(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate(element => element.closest('[data-stevedore]') !== null);
}
