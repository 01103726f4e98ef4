import { expect, Page } from '@playwright/test';
import { expectAccessibleNow } from '../world/axe';
import { delivery, test } from '../world/test';
import { cell, dialog, untilGrid } from '../world/views';

// A freeze of the whole catalog, set and ended in the page of the platform. It stops
// every pipeline: it comes when nothing else runs.

// freeze.spec.ts goes on with a newer one
const VERSION = '1.20.5';
const DAY_MS = 24 * 60 * 60_000;

test('one person freezes the catalog in the page: all pages say so, a rollback still goes, and its end lets go what waits', async ({
  visit,
  release,
  ask,
}) => {
  const ada = await visit({ person: 'ada', path: delivery('shop') });
  await untilGrid(ada);
  const vera = await visit({ person: 'vera', path: delivery('web') });
  await untilGrid(vera);
  const alex = await visit({ person: 'alex', path: '/delivery/calendar' });
  await release(VERSION, 'shop');
  await expect(cell(ada, VERSION, 'dev')).toContainText('here, verified');

  await test.step('every page says so by itself', async () => {
    await alex
      .getByRole('button', { name: 'Freeze or open by the calendar…' })
      .click();
    await alex.getByLabel('Name').fill('Audit');
    await alex.getByLabel('From').fill(localTime(Date.now() - DAY_MS));
    await alex
      .getByLabel('To', { exact: true })
      .fill(localTime(Date.now() + DAY_MS));
    await alex.getByLabel(/^Reason/).fill('the books are open');
    await expectAccessibleNow(alex);
    const answered = alex
      .waitForResponse(response => response.url().endsWith('/windows'))
      .then(() => Date.now());
    const seen = Promise.all([ada, vera].map(page => untilFrozen(page)));
    await alex.getByRole('button', { name: 'Set the window' }).click();
    const since = await answered;
    const took = (await seen).map(at => at - since);
    const told = `milliseconds from the answer of the API to the sentence on two other pages: ${took.join(
      ', ',
    )}`;
    test.info().annotations.push({ type: 'freeze', description: told });
    process.stdout.write(`${told}\n`);
    await expect(alex.getByRole('region', { name: 'Windows' })).toContainText(
      'Audit',
    );
  });

  await test.step('a promotion waits', async () => {
    await ada
      .getByRole('button', { name: `Queue ${VERSION} for staging` })
      .click();
    await dialog(ada)
      .getByRole('button', { name: /^Queue/ })
      .click();
    await expect(dialog(ada)).toContainText(/staging is closed until/i);
  });

  await test.step('a rollback goes', async () => {
    const rhea = await visit({
      person: 'rhea',
      path: delivery('shop', '?drawer=stage&stage=dev'),
    });
    await dialog(rhea)
      .getByRole('button', { name: /^Back to \d/ })
      .click();
    await dialog(rhea).getByRole('button', { name: /^Roll/ }).click();
    await expect(dialog(rhea)).toContainText(/[0-9a-f]{7} is on main/);
    await expect(stops(rhea)).toContainText('Audit');
    await ask('rhea', '/projects/shop/stages/dev/resume', {
      origin: 'Warehouse/shop',
    });
  });

  await test.step('its end lets go what waits', async () => {
    await alex.getByRole('button', { name: 'End Audit…' }).click();
    await alex.getByLabel(/^Reason/).fill('the books are closed');
    await alex.getByRole('button', { name: 'End it now' }).click();
    await expect(dialog(ada)).toContainText('succeeded');
    for (const page of [ada, vera]) await expect(stops(page)).toHaveCount(0);
  });
});

/** @returns when the page said so, milliseconds since 1970 */
async function untilFrozen(page: Page): Promise<number> {
  await stops(page).getByText('Audit', { exact: true }).waitFor();
  return Date.now();
}

/** On top of the page. */
function stops(page: Page) {
  return page.getByLabel('Locks and freezes');
}

/** As the field has it; the browser is in the zone of this process. */
function localTime(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 16);
}
