import { expect, Page } from '@playwright/test';
import { SENTENCES, trouble, Trouble } from '../world/answers';
import { expectAccessible, expectAccessibleNow } from '../world/axe';
import { delivery, test } from '../world/test';
import { dialog, untilGrid } from '../world/views';

// Every list says in a sentence that it is being read, forbidden, broken or out of reach.

/** What is being read comes first: an answer that came is kept. */
const TROUBLES: Trouble[] = ['slow', 'forbidden', 'broken', 'down'];

interface List {
  readonly name: string;
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

const LISTS: List[] = [
  {
    name: 'history',
    open: press('History'),
    close: escape,
    says: { slow: 'Reading the history', else: 'The history cannot be shown' },
  },
  {
    name: 'freight',
    open: press(/^1\.1\.0/),
    close: escape,
    says: { slow: 'Reading the freight', else: 'The freight cannot be shown' },
  },
  {
    name: 'promotion',
    open: press('Review 1.2.0 for prod'),
    close: escape,
    says: {
      slow: 'Reading the promotion',
      else: 'The promotion cannot be shown',
    },
  },
  {
    name: 'plan',
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
    open: press('Assemble'),
    close: escape,
    says: {
      slow: 'Reading what was found',
      else: 'What was found cannot be shown',
    },
  },
  {
    name: 'calendar',
    open: press('Locks and windows'),
    close: escape,
    says: {
      slow: 'Reading locks and windows',
      else: 'Locks and windows cannot be shown',
    },
  },
  {
    name: 'search',
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

/** A list in a drawer, and one of the page itself; out of reach looks like broken. */
async function look(page: Page, kind: Trouble, { name, says }: List) {
  if (kind === 'down') return;
  if (name === 'history') await expectAccessibleNow(page);
  if (name === 'search')
    await expectAccessible(page, {
      settle: () => expectSaid(page, kind, says),
    });
}

for (const kind of TROUBLES) {
  test(`every list says when it is ${kind}`, async ({ visit }) => {
    const colorScheme = kind === 'forbidden' ? 'dark' : 'light';
    const path = delivery('web');
    const page = await visit({ person: 'ravi', path, colorScheme });
    await untilGrid(page);
    await trouble(page, /\/api\/stevedore\/(?!pipelines)/, kind);
    for (const list of LISTS) {
      await test.step(list.name, async () => {
        await list.open(page);
        await expectSaid(page, kind, list.says);
        await look(page, kind, list);
        await list.close(page);
      });
    }
  });
}

test('card, tab and log say it, too', async ({ visit, ask }) => {
  const { stages } = await ask<{
    stages: { last?: { name: string } }[];
  }>('ada', '/pipelines/component/default/web');
  const promotion = stages[0].last!.name;
  const page = await visit({ person: 'ada', path: 'about:blank' });
  const pipeline = {
    slow: 'Reading the pipeline',
    else: 'The pipeline cannot be shown',
  };
  for (const kind of TROUBLES) {
    await trouble(page, /\/api\/stevedore\/pipelines\//, kind);
    await page.goto('/catalog/default/component/web');
    await expectSaid(page, kind, pipeline);
    await page.getByRole('link', { name: 'Delivery', exact: true }).click();
    await expect(page).toHaveURL(/delivery/);
    await expectSaid(page, kind, pipeline);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
  await page.goto(delivery('web', `?drawer=promotion&promotion=${promotion}`));
  const log = { slow: 'Reading the log', else: 'The log cannot be shown' };
  for (const kind of TROUBLES) {
    await trouble(page, /\/logs/, kind);
    await press(/^Open step/)(page);
    await expectSaid(page, kind, log);
    await press(/^Fold step/)(page);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
});

async function expectSaid(page: Page, kind: Trouble, says: List['says']) {
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
