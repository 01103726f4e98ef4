import { expect, Page } from '@playwright/test';
import { answerLog } from './answers';
import { delivery, Person } from './test';

export interface View {
  readonly title: string;
  readonly person: Person;
  readonly path: string;
  /** Goes on from there to the view's own address, as people do. */
  readonly reach?: (page: Page) => Promise<void>;
  /** Opens what has no address, and waits until the view is whole. */
  readonly settle: (page: Page) => Promise<void>;
}

/** What git-push says in its log when somebody else was faster. */
const PUSHED = 'main moved on; the edit is made again on its new head';

/** Every view of ours, in a state that shows most of it. Needs request.setup.ts. */
export const VIEWS: View[] = [
  {
    title: 'tab',
    person: 'ravi',
    path: delivery('web'),
    settle: untilGrid,
  },
  {
    title: 'tab-list',
    person: 'ravi',
    path: delivery('web', '?view=list'),
    settle: untilGrid,
  },
  {
    title: 'tab-viewer',
    person: 'vera',
    path: delivery('web'),
    settle: untilGrid,
  },
  {
    title: 'tab-files',
    person: 'ada',
    path: delivery('shop'),
    settle: untilGrid,
  },
  {
    title: 'problem',
    person: 'ada',
    path: delivery('broken'),
    settle: page =>
      expect(page.getByText('catalog-info.yaml').first()).toBeVisible(),
  },
  {
    title: 'approval',
    person: 'ravi',
    path: delivery('web'),
    reach: page =>
      page.getByRole('button', { name: 'Review 1.2.0 for prod' }).click(),
    async settle(page) {
      await expect(
        dialog(page).getByRole('button', { name: 'Approve' }),
      ).toBeVisible();
      await expect(dialog(page)).toContainText('kustomization.yaml');
      await expect(dialog(page)).toContainText('2 commits of code are added');
    },
  },
  {
    title: 'cell',
    person: 'rhea',
    path: delivery('web'),
    async settle(page) {
      await cell(page, '1.2.0', 'prod').getByRole('button').click();
      await expect(dialog(page)).toContainText('1.2.0 in prod');
    },
  },
  {
    title: 'approval-requester',
    person: 'rhea',
    path: delivery('web'),
    async reach(page) {
      await cell(page, '1.2.0', 'prod').getByRole('button').click();
      await dialog(page)
        .getByRole('button', { name: 'Open the promotion' })
        .click();
    },
    async settle(page) {
      await expect(dialog(page)).toContainText('kustomization.yaml');
      await dialog(page).getByRole('button', { name: 'Approve' }).hover();
      await expect(page.getByRole('tooltip')).toContainText('somebody else');
    },
  },
  {
    title: 'freight',
    person: 'ada',
    path: delivery('web'),
    reach: page =>
      page
        .getByRole('rowheader', { name: /^1\.2\.0/ })
        .getByRole('button')
        .click(),
    async settle(page) {
      await expect(dialog(page)).toContainText('What is in it');
      await expect(dialog(page)).toContainText('Warn of low water');
    },
  },
  {
    title: 'compare',
    person: 'ada',
    path: delivery('web'),
    async reach(page) {
      await page
        .getByRole('rowheader', { name: /^1\.2\.0/ })
        .getByRole('button')
        .click();
      await dialog(page)
        .getByRole('button', { name: /^Compare with 1\.1\.0 in prod/ })
        .click();
    },
    async settle(page) {
      await expect(dialog(page)).toContainText('Compare 1.1.0 and 1.2.0');
      await expect(dialog(page)).toContainText('Warn of low water');
    },
  },
  {
    title: 'plan',
    person: 'rhea',
    path: delivery('web'),
    reach: openPlan,
    async settle(page) {
      await expect(dialog(page)).toContainText('kustomization.yaml');
      await expect(dialog(page)).toContainText('4 commits of code are undone');
    },
  },
  {
    title: 'plan-split',
    person: 'rhea',
    path: delivery('web', '?diff=split'),
    reach: openPlan,
    settle: page => expect(dialog(page)).toContainText('as it would be'),
  },
  {
    title: 'promotion',
    person: 'ada',
    path: delivery('web', '?drawer=history'),
    async reach(page) {
      await answerLog(page, [PUSHED]);
      await dialog(page)
        .getByRole('button', { name: /^Open promotion dev\./ })
        .first()
        .click();
      await dialog(page)
        .getByRole('button', { name: /^Open step \d+, git-push/ })
        .click();
    },
    settle: page =>
      expect(
        dialog(page).getByRole('region', {
          name: 'Lines of the log of git-push',
        }),
      ).toContainText(PUSHED),
  },
  {
    title: 'setup',
    person: 'ada',
    path: delivery('handbook'),
    settle: page =>
      expect(page.getByText('stevedore.dev/stages').first()).toBeVisible(),
  },
  {
    title: 'history',
    person: 'ada',
    path: delivery('web', '?drawer=history'),
    settle: page =>
      expect(dialog(page).getByRole('listitem').first()).toBeVisible(),
  },
  {
    title: 'stage',
    person: 'rhea',
    path: delivery('web', '?drawer=stage&stage=dev'),
    async settle(page) {
      await dialog(page)
        .getByLabel(/Reason/)
        .fill('until the incident is over');
      await expect(
        dialog(page).getByRole('button', { name: 'Verify again' }),
      ).toBeVisible();
    },
  },
  {
    title: 'rollback',
    person: 'rhea',
    path: delivery('web', '?drawer=stage&stage=staging'),
    reach: page =>
      dialog(page).getByRole('button', { name: 'Back to 1.1.0' }).click(),
    settle: page => expect(dialog(page)).toContainText('newTag: 1.1.0'),
  },
  {
    title: 'warehouse',
    person: 'rhea',
    path: delivery('web', '?drawer=warehouse&of=web'),
    settle: page =>
      expect(
        dialog(page).getByRole('button', { name: 'Assemble' }),
      ).toBeVisible(),
  },
  {
    title: 'calendar',
    person: 'rhea',
    path: delivery('web', '?drawer=calendar'),
    async settle(page) {
      for (const form of ['Lock…', 'Freeze or open by the calendar…'])
        await dialog(page).getByRole('button', { name: form }).click();
      await expect(dialog(page).getByLabel(/^Reason/)).toHaveCount(2);
    },
  },
  {
    title: 'what-if',
    person: 'vera',
    path: delivery(
      'web',
      '?drawer=stage&stage=prod&ifFreight=1.2.0&at=2030-01-01T12:00:00Z',
    ),
    async settle(page) {
      await expect(
        dialog(page).getByRole('button', { name: 'Ask the gates' }),
      ).toBeVisible();
      await expect(
        dialog(page)
          .getByText(/1\.2\.0/)
          .first(),
      ).toBeVisible();
    },
  },
  {
    title: 'waiting',
    person: 'ravi',
    path: '/delivery',
    settle: page =>
      expect(
        page.getByRole('link', { name: 'Review 1.2.0 for prod of web' }),
      ).toBeVisible(),
  },
  {
    title: 'everything',
    person: 'ada',
    path: '/delivery/everything',
    async settle(page) {
      const table = page.getByRole('table', { name: 'What runs where' });
      await expect(table.getByRole('link', { name: 'web' })).toBeVisible();
    },
  },
  {
    title: 'platform-calendar',
    person: 'alex',
    path: '/delivery/calendar',
    async settle(page) {
      await page
        .getByRole('button', { name: 'Freeze or open by the calendar…' })
        .click();
      await expect(page.getByLabel(/^Reason/)).toBeVisible();
    },
  },
  {
    title: 'platform-locks',
    person: 'alex',
    path: '/delivery/locks',
    async settle(page) {
      await page.getByRole('button', { name: 'Lock…' }).click();
      await expect(page.getByLabel(/^Reason/)).toBeVisible();
    },
  },
  {
    title: 'platform-locks-viewer',
    person: 'vera',
    path: '/delivery/locks',
    settle: page =>
      expect(page.getByText(/Nothing is locked beyond/)).toBeVisible(),
  },
  {
    title: 'overview',
    person: 'ada',
    path: '/catalog/default/component/web',
    settle: page => expect(page.getByText('staging').first()).toBeVisible(),
  },
];

export function dialog(page: Page) {
  return page.getByRole('dialog');
}

/** Leads from a component's page to what is delivered there; the page of the whole portal is called the same. */
export function deliveryTab(page: Page) {
  return page
    .getByRole('link', { name: 'Delivery', exact: true })
    .and(page.locator('[href*="/catalog/"]'));
}

export async function untilGrid(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Freight' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Pipeline' })).toBeVisible();
}

/** The plan of 1.0.0 for staging, which was never there. */
function openPlan(page: Page): Promise<void> {
  return page
    .getByRole('button', { name: /^Promote 1\.0\.0 to staging/ })
    .click();
}

/** The cell of a version and a stage. */
export function cell(page: Page, version: string, stage: string) {
  return page
    .getByRole('row')
    .filter({ hasText: version })
    .getByRole('gridcell')
    .filter({ has: page.locator(`[id$="-${stage}"]`) });
}
