import { expect, Page } from '@playwright/test';
import { trouble } from '../world/answers';
import { expectAccessibleNow, THEMES } from '../world/axe';
import { patch } from '../world/patch';
import { delivery, test } from '../world/test';
import { dialog, untilGrid } from '../world/views';

// What is empty, gone or held up says so, and how something comes.

const PIPELINE = /\/pipelines\//;
const says = (page: Page, text: string | RegExp) =>
  expect(page.getByText(text).first()).toBeVisible();

/** Looks at one address after the other, in one page. */
async function look(
  page: Page,
  address: string,
  settle: () => Promise<unknown>,
): Promise<void> {
  await page.goto(address);
  await settle();
  await expectAccessibleNow(page);
}

for (const colorScheme of THEMES) {
  test(`what is not there says so, ${colorScheme}`, async ({ visit }) => {
    const page = await visit({
      person: 'ravi',
      path: 'about:blank',
      colorScheme,
    });
    for (const [query, text] of [
      ['?search=nothing-like-it', 'No freight matches'],
      ['?drawer=promotion&promotion=nothing', 'This promotion is not there'],
      ['?drawer=freight&freight=nothing', 'There is no such freight'],
      ['?drawer=warehouse&of=nothing', 'There is no warehouse nothing'],
      ['?drawer=stage&stage=nothing', 'This pipeline has no stage nothing'],
    ])
      await test.step(text, () =>
        look(page, delivery('web', query), () => says(page, text)),
      );
    const overview = '/catalog/default/component/web';
    await look(page, overview, () => says(page, 'waits for your approval of'));
    await trouble(page, PIPELINE, 'missing');
    await look(page, overview, () => says(page, 'No pipeline yet'));
    await look(page, delivery('web'), () =>
      says(page, /The annotations are there/),
    );
  });

  test(`what is empty says how something comes, ${colorScheme}`, async ({
    visit,
  }) => {
    const page = await visit({
      person: 'ravi',
      path: 'about:blank',
      colorScheme,
    });
    await patch(page, PIPELINE, { freight: { items: [] } });
    await patch(page, /\/history/, { items: [] });
    await patch(page, /\/calendar/, { locks: [], windows: [] });
    await look(page, delivery('web'), () => says(page, 'No freight yet'));
    await look(page, delivery('web', '?drawer=history'), () =>
      says(page, 'Nothing was decided here yet'),
    );
    await dialog(page).getByLabel('Stage').click();
    await expect(page.getByRole('option', { name: 'prod' })).toBeVisible();
    await expectAccessibleNow(page);
    await look(page, delivery('web', '?drawer=calendar'), () =>
      says(page, 'Nothing is locked.'),
    );
    await patch(page, PIPELINE, { stages: [] });
    await look(page, delivery('web'), () => says(page, 'No stages yet'));
    await look(page, '/catalog/default/component/web', () =>
      says(page, 'No stages yet'),
    );
  });

  test(`what is held up says by what, ${colorScheme}`, async ({ visit }) => {
    const page = await visit({
      person: 'rhea',
      path: 'about:blank',
      colorScheme,
    });
    await page.routeWebSocket(/\/api\/signals/, socket => socket.close());
    await patch(page, PIPELINE, HELD_UP);
    await look(page, delivery('web'), async () => {
      await says(page, 'The pipeline is paused.');
      await says(page, 'updates every 5 s');
      await says(page, 'Staging is locked by ada: incident 812');
      await says(page, 'Year end');
      await page.getByRole('button', { name: 'Release…' }).click();
      await page.getByRole('button', { name: 'End Year end…' }).click();
      await expect(page.getByLabel(/^Reason/)).toHaveCount(2);
    });
    await look(page, delivery('web', '?drawer=stage&stage=dev'), async () => {
      await says(page, 'The image cannot be pulled.');
      await says(page, 'the registry is away');
      await page
        .getByRole('button', { name: 'Back to something earlier' })
        .click();
      await expect(
        page.getByRole('list', { name: 'What was here before' }),
      ).toBeVisible();
    });
    await look(page, '/catalog/default/component/web', () =>
      says(page, /went back to 1\.1\.0/),
    );
    await page.goto(delivery('web'));
    await untilGrid(page);
    await trouble(page, PIPELINE, 'broken');
    await says(page, 'The pipeline could not be read again');
    await expectAccessibleNow(page);
  });

  test(`stages side by side are folded and unfolded, ${colorScheme}`, async ({
    visit,
  }) => {
    const page = await visit({
      person: 'rhea',
      path: 'about:blank',
      colorScheme,
    });
    const edges = [{ from: 'web', kind: 'warehouse', origin: 'Warehouse/web' }];
    await patch(page, PIPELINE, {
      stages: [{ edges }, { edges }, { edges }],
      warehouses: [{}, CONF],
    });
    for (const view of ['graph', 'list'])
      await look(
        page,
        delivery('web', `?view=${view}&folded=warehouse/web`),
        async () => {
          await untilGrid(page);
          await says(page, /\(3 stages\)/);
        },
      );
    await page
      .getByRole('row')
      .filter({ hasText: '1.2.0' })
      .getByRole('gridcell')
      .getByRole('button')
      .click();
    for (const stage of ['dev', 'staging', 'prod'])
      await expect(
        dialog(page).getByRole('heading', { name: stage, exact: true }),
      ).toBeVisible();
    await expectAccessibleNow(page);
    await page.keyboard.press('Escape');
    await page
      .getByRole('columnheader', { name: /3 stages/ })
      .getByRole('button')
      .click();
    await expect(
      page.getByRole('columnheader', { name: 'prod' }),
    ).toBeVisible();
    await expectAccessibleNow(page);
    await look(page, delivery('web', '?drawer=warehouse&of=web'), async () => {
      await dialog(page).locator('#warehouse-shown').click();
      await expect(page.getByRole('option', { name: 'conf' })).toBeVisible();
    });
  });
}

const AT = '2026-11-01T00:00:00Z';

/** A second warehouse. */
const CONF = {
  name: 'conf',
  origin: 'Warehouse/conf',
  intervalMs: 60_000,
  watches: ['localhost/acme/conf'],
};
const ADA = 'user:default/ada';

/** Everything that can keep a stage from moving, at once. */
const HELD_UP = {
  paused: 'its definition names a step that the platform does not allow',
  locks: [
    {
      id: 'lock',
      blocks: 'all',
      actor: ADA,
      at: AT,
      reason: 'incident 812',
      link: 'https://status.example.com/812',
      until: '2027-11-01T00:00:00Z',
      scope: 'staging',
      sentence: 'staging is locked by user:default/ada: incident 812',
    },
  ],
  freezes: [
    {
      id: 'freeze',
      name: 'Year end',
      kind: 'Deny',
      source: 'person',
      start: '20261101T000000',
      end: '20271101T000000',
      times: [],
      active: true,
      scope: 'everything',
      sentence: 'everything is closed: nobody is here',
    },
  ],
  warehouses: [{ error: 'the registry is away' }],
  stages: [
    {
      health: 'unhealthy',
      holds: [
        { origin: 'Warehouse/web', actor: ADA, at: AT, reason: 'incident 812' },
      ],
      gates: [
        {
          gate: 'windows',
          status: 'blocked',
          sentence: 'dev is closed until Monday',
          clearedBy: ['time'],
          clearsAt: '2027-11-01T00:00:00Z',
        },
      ],
      queue: 'it goes one by one',
      queued: 2,
      rollback: { sentence: 'went back to 1.1.0: it was slow', at: AT },
      checks: [
        {
          step: 'git-push',
          status: 'Unhealthy',
          issues: ['The image cannot be pulled.'],
          links: [{ title: 'web in Argo CD', url: 'https://cd.example.com' }],
        },
      ],
      verification: {
        phase: 'Failed',
        message: 'the version was another one',
        whyNotStop: 'it has ended',
      },
    },
  ],
};
