import { expect, Page, Route } from '@playwright/test';
import { expectAccessible } from '../world/axe';
import { delivery, test } from '../world/test';
import { dialog } from '../world/views';

// What is empty, what is asked of people, and the forms in which they answer.

test('what is empty says how something comes', async ({ visit }) => {
  const page = await visit({ person: 'ravi', path: 'about:blank' });
  const look = (settle: () => Promise<void>) =>
    expectAccessible(page, { settle });
  await page.goto(delivery('web', '?search=nothing-like-it'));
  await look(() => expect(page.getByText('No freight matches')).toBeVisible());

  await page.goto(delivery('web', '?drawer=promotion&promotion=nothing'));
  await expect(dialog(page)).toContainText('This promotion is not there');
  await page.goto(delivery('web', '?drawer=freight&freight=nothing'));
  await look(() =>
    expect(dialog(page)).toContainText('There is no such freight'),
  );

  await patch(page, /\/pipelines\//, { freight: { items: [] } });
  await patch(page, /\/history/, { items: [] });
  await page.goto(delivery('web'));
  await look(() => expect(page.getByText('No freight yet')).toBeVisible());
  await page.getByRole('button', { name: 'History' }).click();
  await look(() =>
    expect(dialog(page)).toContainText('Nothing was decided here yet'),
  );
  await look(async () => {
    await dialog(page).getByLabel('Stage').click();
    await expect(page.getByRole('option', { name: 'prod' })).toBeVisible();
  });
});

test('forms that override a rule say what they mean and want a reason', async ({
  visit,
}) => {
  const page = await visit({ person: 'rhea', path: delivery('web') });
  await page
    .getByRole('rowheader', { name: /^1\.0\.0/ })
    .getByRole('button')
    .click();
  await expectAccessible(page, {
    async settle() {
      for (const [act, confirm] of [
        ['Quarantine…', 'Quarantine'],
        ['Let past verification for prod…', 'Let it past'],
      ]) {
        await button(page, act).click();
        await expect(button(page, confirm)).toHaveAccessibleDescription(
          /Say why first/,
        );
      }
    },
  });
});

test('a promotion that asks is answered, and one that wants a reason gets it', async ({
  visit,
}) => {
  const page = await visit({ person: 'ravi', path: delivery('web') });
  await patch(page, /\/promotions\/[^/]+$/, { reasonRequired: true });
  const review = page.getByRole('button', { name: 'Review 1.2.0 for prod' });
  await review.click();
  await expectAccessible(page, {
    async settle() {
      await button(page, 'Reject').click();
      await expect(dialog(page)).toContainText('The policy wants a reason.');
    },
  });
  await page.keyboard.press('Escape');

  await patch(page, /\/promotions\/[^/]+$/, ASKING);
  await review.click();
  await expectAccessible(page, {
    async settle() {
      await expect(dialog(page)).toContainText('It asks you: Nobody knows');
      await expect(button(page, 'Retry')).toBeVisible();
      await button(page, 'Abort…').click();
      await expect(button(page, 'Abort now')).toBeVisible();
    },
  });
});

function button(page: Page, name: string) {
  return dialog(page).getByRole('button', { name, exact: true });
}

/** The outcome of what it did to the world is unknown. */
const ASKING = {
  promotion: {
    phase: 'Running',
    question:
      'nobody knows whether POST https://chat.example.com/hook arrived; look there, then try again or abort',
    startedAt: '2026-11-01T00:00:00Z',
  },
  steps: [{ status: 'Running' }],
  whyNotRetry: undefined,
  whyNotAbort: undefined,
};

type Json = { [key: string]: unknown };

/** The API's answer, with some fields otherwise. */
async function patch(page: Page, paths: RegExp, change: Json): Promise<void> {
  await page.unroute(paths);
  await page.route(paths, async (route: Route) => {
    const response = await route.fetch();
    if (!response.ok()) return route.fulfill({ response });
    return route.fulfill({ json: merge(await response.json(), change) });
  });
}

/** Objects field by field; a list item by item, and as a whole when it shall be empty. */
function merge(was: unknown, change: unknown): unknown {
  if (Array.isArray(change)) {
    if (change.length === 0 || !Array.isArray(was)) return change;
    return was.map((item, at) =>
      at in change ? merge(item, change[at]) : item,
    );
  }
  if (!isObject(was) || !isObject(change)) return change;
  const merged: Json = { ...was };
  for (const [key, value] of Object.entries(change))
    merged[key] = merge(was[key], value);
  return merged;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
