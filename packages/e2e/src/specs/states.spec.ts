import { expect, Page } from '@playwright/test';
import { relieve, SENTENCES, trouble, Trouble } from '../world/answers';
import { expectAccessibleNow } from '../world/axe';
import { delivery, test, World } from '../world/test';
import { deliveryTab, dialog, untilGrid } from '../world/views';

// Everything that is read says in a sentence that it is being read, forbidden, broken or
// out of reach, and axe finds nothing in it then.

/** Out of reach looks like broken, with other words. */
const LOOKS: { kind: Trouble; colorScheme?: 'light' | 'dark' }[] = [
  { kind: 'slow', colorScheme: 'light' },
  { kind: 'slow', colorScheme: 'dark' },
  { kind: 'forbidden', colorScheme: 'light' },
  { kind: 'forbidden', colorScheme: 'dark' },
  { kind: 'broken', colorScheme: 'light' },
  { kind: 'broken', colorScheme: 'dark' },
  { kind: 'down' },
];

interface Part {
  readonly name: string;
  /** What it asks for. */
  readonly paths: RegExp;
  open(page: Page): Promise<void>;
  close(page: Page): Promise<void>;
  /** What it says while it is read, and when it cannot be. */
  readonly says: { slow: string; forbidden?: string; else: string };
}

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click();
const escape = async (page: Page) => {
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
};

/** Everything but the one read of the page itself. */
const REST = /\/api\/stevedore\/(?!pipelines)/;

const PARTS: Part[] = [
  {
    name: 'history',
    paths: REST,
    open: press('History'),
    close: escape,
    says: { slow: 'Reading the history', else: 'The history cannot be shown' },
  },
  {
    name: 'freight',
    paths: REST,
    open: press(/^1\.1\.0/),
    close: escape,
    says: { slow: 'Reading the freight', else: 'The freight cannot be shown' },
  },
  {
    name: 'promotion',
    paths: REST,
    open: press('Review 1.2.0 for prod'),
    close: escape,
    says: {
      slow: 'Reading the promotion',
      else: 'The promotion cannot be shown',
    },
  },
  {
    name: 'plan',
    paths: REST,
    open: press('Promote 1.0.0 to staging'),
    close: escape,
    says: {
      slow: 'Planning',
      forbidden: 'You may not see this plan',
      else: 'The plan cannot be made',
    },
  },
  {
    name: 'warehouse',
    paths: REST,
    open: press('Assemble'),
    close: escape,
    says: {
      slow: 'Reading what was found',
      else: 'What was found cannot be shown',
    },
  },
  {
    name: 'calendar',
    paths: REST,
    open: press('Locks and windows'),
    close: escape,
    says: {
      slow: 'Reading locks and windows',
      else: 'Locks and windows cannot be shown',
    },
  },
  {
    name: 'what a stage held before',
    paths: REST,
    async open(page) {
      await press('Stage dev')(page);
      await press('Back to something earlier')(page);
    },
    close: escape,
    says: {
      slow: 'Reading what was here before',
      else: 'What was here before cannot be shown',
    },
  },
  {
    name: 'delegations',
    paths: /\/delegations/,
    async open(page) {
      await press('Review 1.2.0 for prod')(page);
      await press('Delegate my decisions')(page);
      // out from under the decision, as people scroll
      await dialog(page)
        .getByRole('group', { name: 'Delegate' })
        .evaluate(form => form.scrollIntoView({ block: 'center' }));
    },
    close: escape,
    says: {
      slow: 'Reading delegations',
      else: 'Delegations cannot be shown',
    },
  },
  {
    name: 'search',
    paths: REST,
    open: page => page.getByLabel('Search').fill('heron'),
    async close(page) {
      await page.getByLabel('Search').fill('');
      await expect(page).not.toHaveURL(/search=/);
    },
    says: {
      slow: 'Looking for freight',
      else: 'Some freight could not be read',
    },
  },
];

const PIPELINE = {
  slow: 'Reading the pipeline',
  else: 'The pipeline cannot be shown',
};
const LOG = { slow: 'Reading the log', else: 'The log cannot be shown' };

for (const { kind, colorScheme } of LOOKS) {
  const look = async (page: Page, says: Part['says']) => {
    await expectSaid(page, kind, says);
    if (colorScheme) await expectAccessibleNow(page);
  };
  const title = [kind, colorScheme].filter(Boolean).join(', ');

  test(`everything says when it is ${title}`, async ({ visit, ask }) => {
    const path = delivery('web');
    const page = await visit({ person: 'ravi', path, colorScheme });
    await untilGrid(page);
    for (const { name, paths, open, close, says } of PARTS) {
      await test.step(name, async () => {
        await trouble(page, paths, kind);
        await open(page);
        await look(page, says);
        await close(page);
        await relieve(page);
      });
    }

    await test.step('log', async () => {
      const promotion = await anyPromotion({ ask });
      await trouble(page, /\/logs/, kind);
      await page.goto(
        delivery('web', `?drawer=promotion&promotion=${promotion}`),
      );
      await press(/^Open step/)(page);
      await look(page, LOG);
      await relieve(page);
    });

    await test.step('card and tab', async () => {
      await trouble(page, /\/api\/stevedore\/pipelines\//, kind);
      await page.goto('/catalog/default/component/web');
      await look(page, PIPELINE);
      await deliveryTab(page).click();
      await expect(page).toHaveURL(/delivery/);
      await look(page, PIPELINE);
    });
  });
}

async function anyPromotion({ ask }: Pick<World, 'ask'>): Promise<string> {
  const { stages } = await ask<{ stages: { last?: { name: string } }[] }>(
    'ada',
    '/pipelines/component/default/web',
  );
  return stages[0].last!.name;
}

async function expectSaid(page: Page, kind: Trouble, says: Part['says']) {
  if (kind === 'slow') {
    await expect(
      page.getByRole('status').filter({ hasText: says.slow }),
    ).toBeVisible();
    return;
  }
  const alert = page.getByRole('alert').filter({
    hasText: (kind === 'forbidden' && says.forbidden) || says.else,
  });
  await expect(alert).toContainText(SENTENCES[kind]!);
  // what was refused stays so; what is broken may be tried again
  await expect(alert.getByRole('button', { name: 'Try again' })).toHaveCount(
    kind === 'forbidden' ? 0 : 1,
  );
}
