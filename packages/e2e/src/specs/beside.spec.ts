import { expect, Page, Route } from '@playwright/test';
import { expectAccessible, expectAccessibleNow } from '../world/axe';
import { delivery, test } from '../world/test';
import { patch } from '../world/patch';
import { dialog, untilGrid } from '../world/views';

// A pipeline that a Kargo runs: the page says so, and offers nothing that does not reach it.

const PIPELINE = /\/api\/stevedore\/pipelines\//;
const instead = (sentence: string) => `Kargo runs this pipeline: ${sentence}`;
const HOLD = instead(
  'there, promoting something else than the newest freight holds auto-promotion, and promoting the newest lets it go on.',
);
const RUN_BY = { name: 'Kargo', target: 'prod-eu/web' };

interface Stage {
  whyNot?: object;
}

/** The demo has no Kargo: what the backend would say of one is said here. */
async function besideKargo(page: Page, more: object = {}, runBy = RUN_BY) {
  await page.route(PIPELINE, async (route: Route) => {
    const response = await route.fetch();
    const pipeline = (await response.json()) as { stages: Stage[] };
    const stages = pipeline.stages.map(({ whyNot, ...stage }) => ({
      ...stage,
      rollbacks: undefined,
      whyNot: { ...whyNot, hold: HOLD },
    }));
    const json = { ...pipeline, stages, provenance: 'kargo', runBy, ...more };
    await route.fulfill({ json });
  });
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [360, 1440])
    test(`a pipeline beside a Kargo, ${colorScheme}, ${width} px`, async ({
      visit,
    }) => {
      const page = await visit({
        ...{ person: 'ada', path: '/', colorScheme },
        viewport: { width, height: 900 },
      });
      await besideKargo(page);
      await page.goto(delivery('web'));
      await untilGrid(page);
      await expect(
        page.getByRole('region', { name: 'Who runs it' }),
      ).toHaveText(
        'Kargo runs this pipeline in prod-eu/web. Here is what it says; what you ask for here is asked of it, in your name.',
      );
      await expect(
        page.getByRole('button', { name: 'Locks and windows' }),
      ).toHaveCount(0);
      await expectAccessibleNow(page);
      await page.getByRole('button', { name: 'Stage dev' }).first().click();
      await expect(
        dialog(page).getByRole('button', { name: 'Hold' }),
      ).toHaveAccessibleDescription(HOLD);
      await expect(dialog(page)).not.toContainText('Lock or freeze');
      await expectAccessibleNow(page);
    });

test('a Kargo that cannot be seen is said to be so', async ({ visit }) => {
  const page = await visit({ person: 'ada', path: '/' });
  const unseen = 'stages of cluster prod-eu cannot be seen since noon';
  const runBy = { ...RUN_BY, unseen };
  await besideKargo(page, { freight: { items: [] } }, runBy);
  await page.goto(delivery('web'));
  await expect(page.getByRole('region', { name: 'Who runs it' })).toContainText(
    'Nothing of it can be seen now, and nothing is guessed',
  );
  await expect(page.getByRole('heading', { name: 'Freight' })).toHaveCount(0);
  await expectAccessibleNow(page);
});

test('what a Kargo runs and no component shows stands on the page of the platform', async ({
  visit,
}) => {
  const page = await visit({
    ...{ person: 'alex', path: 'about:blank' },
    viewport: { width: 360, height: 900 },
  });
  await patch(page, /\/api\/stevedore\/unmapped/, {
    items: [
      {
        target: 'prod-eu/legacy-billing',
        reason: 'no rule of cluster prod-eu fits it',
        cure: 'Give component legacy-billing the annotation stevedore.dev/kargo: prod-eu/legacy-billing.',
      },
    ],
    unseen: ['prod-us'],
  });
  await page.goto('/delivery/everything');
  await expectAccessible(page, {
    settle: () =>
      expect(
        page.getByRole('region', { name: 'Projects without a component' }),
      ).toContainText('prod-us cannot be seen now'),
  });
});
