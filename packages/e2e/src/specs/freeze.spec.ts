import { expect, Page } from '@playwright/test';
import { expectAccessible } from '../world/axe';
import { delivery, test, World } from '../world/test';
import { cell, dialog, untilGrid } from '../world/views';

// A freeze stops every pipeline: it comes when nothing else runs.

const VERSION = '1.21.0';

test('a freeze over everything shows on every page, and its end lets go what waits', async ({
  visit,
  release,
  ask,
}) => {
  const ada = await visit({ person: 'ada', path: delivery('shop') });
  await untilGrid(ada);
  const other = await visit({ person: 'vera', path: delivery('web') });
  await untilGrid(other);
  await release(VERSION, 'shop');
  await expect(cell(ada, VERSION, 'dev')).toContainText('here, verified');

  const { id } = await freeze({ ask });
  try {
    await test.step('every page says so by itself', async () => {
      for (const page of [ada, other])
        await expect(stops(page)).toContainText(
          /Year end: .* closed until .*alex: nobody is here/i,
        );
      await expectAccessible(other, {
        settle: () => expect(stops(other)).toContainText('Year end'),
      });
    });

    await test.step('a promotion waits', async () => {
      // the buttons say that it only enters the queue
      await ada
        .getByRole('button', { name: `Queue ${VERSION} for staging` })
        .click();
      await dialog(ada)
        .getByRole('button', { name: /^Queue/ })
        .click();
      await expectAccessible(ada, {
        settle: () =>
          expect(dialog(ada)).toContainText(/staging is closed until/i),
      });
    });
  } finally {
    await ask('alex', `/windows/${id}/end`, { reason: 'we are back' });
  }

  await test.step('its end lets it go', async () => {
    await expect(dialog(ada)).toContainText('succeeded');
    for (const page of [ada, other]) await expect(stops(page)).toHaveCount(0);
  });
});

/** Around now in every zone, by one person through the API. */
function freeze({ ask }: Pick<World, 'ask'>): Promise<{ id: string }> {
  const day = 24 * 60 * 60 * 1000;
  const local = (moment: number) =>
    new Date(moment).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
  return ask('alex', '/windows', {
    name: 'Year end',
    kind: 'Deny',
    reason: 'nobody is here',
    start: local(Date.now() - day),
    end: local(Date.now() + day),
    zone: 'UTC',
  });
}

/** On top of the page. */
function stops(page: Page) {
  return page.getByLabel('Locks and freezes');
}
