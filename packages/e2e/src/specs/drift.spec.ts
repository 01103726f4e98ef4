import { expect, Page } from '@playwright/test';
import { expectAccessible } from '../world/axe';
import { delivery, test } from '../world/test';
import { dialog, untilGrid } from '../world/views';

// Promoted, Git and running, side by side: as the demo has them, and as they look when somebody changed Git.

const sentence =
  'Git says 1.0.9 since commit abc1234 by Ada Lovelace; 1.1.0 was promoted here.';

/** As the API says it. */
const DIFFERS = {
  ...{ stage: 'dev', promotion: 'dev.01', verdict: 'gitDiffers' },
  rows: [
    {
      kind: 'image',
      name: 'registry.internal.acme.example:5000/platform/deliveries/web',
      promoted: '1.1.0',
      git: { status: 'differs', value: '1.0.9' },
      running: { status: 'unknown' },
      verdict: 'gitDiffers',
      sentence,
    },
    {
      kind: 'revision',
      name: 'main of https://git.acme.example/platform/deploy',
      promoted: '3f2c1ab',
      git: { status: 'same', value: '9d8c7b6' },
      running: { status: 'none' },
      verdict: 'same',
      sentence: '3f2c1ab was promoted here, and Git says it.',
    },
  ],
};

/** The section of the drawer; each row is an item. */
const rows = (page: Page) =>
  dialog(page)
    .locator('section', {
      has: page.getByRole('heading', { name: 'Promoted, Git, running' }),
    })
    .getByRole('listitem');

const atStage = delivery('web', '?drawer=stage&stage=dev');

test('what was promoted stands in Git, and nobody watches what runs', async ({
  visit,
}) => {
  const page = await visit({ person: 'ada', path: atStage });
  await expect(rows(page).first()).toContainText('as promoted');
  await expect(rows(page).first()).toContainText('not watched');
  await page.goto(delivery('web'));
  await untilGrid(page);
  await expect(page.getByText(/Git differs|cluster differs/)).toHaveCount(0);
});

for (const width of [360, 1440])
  test(`what somebody changed in Git is told, ${width} pixels wide`, async ({
    visit,
  }) => {
    const viewport = { width, height: 900 };
    const page = await visit({
      person: 'ada',
      path: delivery('web'),
      viewport,
    });
    await page.route(/\/drift(\?|$)/, route =>
      route.fulfill({ json: { stages: [DIFFERS] } }),
    );
    await page.reload();
    await untilGrid(page);
    await expect(page.getByText('Git differs').first()).toBeVisible();
    await expectAccessible(page, { settle: () => untilGrid(page) });
    await page.goto(atStage);
    const told = () => expect(rows(page).first()).toContainText(sentence);
    await told();
    const { scrollWidth, clientWidth } = await dialog(page).evaluate(
      ({ scrollWidth: wide, clientWidth: seen }) => ({
        scrollWidth: wide,
        clientWidth: seen,
      }),
    );
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await expectAccessible(page, { settle: told });
  });
