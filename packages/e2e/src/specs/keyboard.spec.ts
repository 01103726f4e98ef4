import { expect, Locator, Page } from '@playwright/test';
import { delivery, Person, test } from '../world/test';
import { cell, deliveryTab, dialog, untilGrid } from '../world/views';

// From a component's page to prod without a mouse: Tab, arrows, Enter and Esc.

const VERSION = '1.1.0';

test('a release travels to prod by keyboard alone', async ({
  visit,
  release,
}) => {
  const open = async (person: Person) => {
    const page = await visit({ person, path: delivery('shop') });
    await untilGrid(page);
    return page;
  };
  const ada = await visit({
    person: 'ada',
    path: '/catalog/default/component/shop',
  });

  await test.step('from the component to the tab', async () => {
    await tabTo(ada, deliveryTab(ada));
    await ada.keyboard.press('Enter');
    await untilGrid(ada);
    await release(VERSION, 'shop');
    await expect(cell(ada, VERSION, 'dev')).toContainText('here, verified');
  });

  await test.step('the developer promotes staging from the cell', async () => {
    await toCell(ada, 'staging');
    await ada.keyboard.press('Enter');
    await expect(dialog(ada)).toContainText(`tag: ${VERSION}`);
    await press(ada, dialog(ada).getByRole('button', { name: /^Promote/ }));
    await expect(dialog(ada)).toContainText('succeeded');
    await ada.keyboard.press('Escape');
    await expectFocus(cell(ada, VERSION, 'staging').getByRole('button'));
    await expect(cell(ada, VERSION, 'staging')).toContainText('verified');
  });

  const rhea = await open('rhea');
  await test.step('a release manager asks for prod, and is told why she does not decide', async () => {
    await toCell(rhea, 'prod');
    await rhea.keyboard.press('Enter');
    await expect(dialog(rhea)).toContainText(`tag: ${VERSION}`);
    await press(rhea, dialog(rhea).getByRole('button', { name: /^Request/ }));
    const approve = dialog(rhea).getByRole('button', { name: 'Approve' });
    await tabTo(rhea, approve);
    await expect(approve).toHaveAccessibleDescription(/somebody else/);
    await rhea.keyboard.press('Escape');
    await expectFocus(cell(rhea, VERSION, 'prod').getByRole('button'));
  });

  for (const [person, then] of [
    ['ravi', 'You approved this plan.'],
    ['rosa', 'succeeded'],
  ] as const) {
    await test.step(`${person} reads the diff and approves`, async () => {
      const page = await open(person);
      await press(
        page,
        page.getByRole('button', { name: `Review ${VERSION} for prod` }),
      );
      await expect(dialog(page)).toContainText(`tag: ${VERSION}`);
      await press(page, dialog(page).getByRole('button', { name: 'Approve' }));
      await expect(dialog(page)).toContainText(then);
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toHaveCount(0);
      // what it was opened from is gone once nothing waits any more
      await expect(page.locator('[data-stevedore]:focus-within')).toHaveCount(
        1,
      );
    });
  }
  await expect(cell(rhea, VERSION, 'prod')).toContainText('here');
});

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** By Tab to the first cell of the newest freight, then by arrows along its row. */
async function toCell(page: Page, stage: string): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Freight' });
  const target = cell(page, VERSION, stage).getByRole('button', {
    name: /^Promote/,
  });
  await expect(target).toBeVisible();
  await tabTo(page, grid.locator('[tabindex="0"]'));
  for (let column = 0; column < 5 && !(await hasFocus(target)); column += 1)
    await page.keyboard.press('ArrowRight');
  await expectFocus(target);
}

/** By Tab, as many times as it takes; more than this is a trap. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80 && !(await hasFocus(target)); presses += 1)
    await page.keyboard.press('Tab');
  await expectFocus(target);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(element => element === document.activeElement);
}

/** It has the focus, and one sees it. */
async function expectFocus(target: Locator): Promise<void> {
  await expect(target).toBeFocused();
  const ours = await target.evaluate(
    element => element.closest('[data-stevedore]') !== null,
  );
  if (ours) await expect(target).toHaveCSS('outline-style', 'solid');
}
