import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test } from '@playwright/test';

// WCAG 2.1 A and AA, no rule left out.

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Below these stands everything of ours. */
const OURS = '[data-stevedore]';

/** What stands on top of the page: drawers, popovers, menus. Of what is below them nothing can be judged. */
const ON_TOP = 'body > [role="presentation"]';

export const THEMES = ['light', 'dark'] as const;

export interface Look {
  /** Brings about what is looked at, again in each theme: the host begins anew when the theme changes, so only what has an address stays. */
  readonly settle: () => Promise<unknown>;
  /** Looks at the host's shell, too, and attaches what it finds there. */
  readonly whole?: boolean;
}

/** Nothing of ours breaks a rule, light or dark. */
export async function expectAccessible(page: Page, { settle, whole }: Look) {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    await untilPainted(page, colorScheme);
    await settle();
    await expectAccessibleNow(page, whole);
  }
}

/** Nothing of ours breaks a rule, as it stands there. */
export async function expectAccessibleNow(page: Page, whole = false) {
  const { ours, host } = await findings(page, whole);
  if (whole)
    await test.info().attach('findings in the host itself', {
      body: host.join('\n'),
      contentType: 'text/plain',
    });
  expect(ours).toEqual([]);
}

/** The host has put on the theme that the person's system asks for. */
async function untilPainted(page: Page, colorScheme: 'light' | 'dark') {
  await expect(page.locator('body')).toHaveAttribute(
    'data-theme-mode',
    colorScheme,
  );
}

/** A line for each element that breaks a rule, apart for ours and for the host's shell. */
async function findings(page: Page, whole: boolean) {
  // there are no frames: all of it in one call
  const axe = new AxeBuilder({ page }).withTags(TAGS).setLegacyMode();
  if (!whole) {
    const covered = (await page.locator(ON_TOP).count()) > 0;
    axe.include(covered ? ON_TOP : OURS);
  }
  const { violations } = await axe.analyze();
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

function isOurs(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, ours) => element.closest(ours) !== null, OURS);
}
