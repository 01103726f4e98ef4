import { expect, Page } from '@playwright/test';
import { delivery, Person } from './test';

export interface View {
  readonly title: string;
  readonly person: Person;
  readonly path: string;
  /** Opens what has no address of its own, and waits until the view is whole. */
  readonly settle: (page: Page) => Promise<void>;
}

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
    async settle(page) {
      await page.getByRole('button', { name: 'Review 1.2.0 for prod' }).click();
      await expect(
        dialog(page).getByRole('button', { name: 'Approve' }),
      ).toBeVisible();
      await expect(dialog(page)).toContainText('kustomization.yaml');
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
    async settle(page) {
      await cell(page, '1.2.0', 'prod').getByRole('button').click();
      await dialog(page)
        .getByRole('button', { name: 'Open the promotion' })
        .click();
      await expect(dialog(page)).toContainText('kustomization.yaml');
    },
  },
  {
    title: 'freight',
    person: 'ada',
    path: delivery('web'),
    async settle(page) {
      await untilGrid(page);
      await page
        .getByRole('rowheader', { name: /^1\.2\.0/ })
        .getByRole('button')
        .click();
      await expect(dialog(page)).toContainText('1.2.0');
    },
  },
  {
    title: 'plan',
    person: 'rhea',
    path: delivery('web'),
    async settle(page) {
      await openPlan(page);
      await expect(dialog(page)).toContainText('kustomization.yaml');
    },
  },
  {
    title: 'plan-split',
    person: 'rhea',
    path: delivery('web', '?diff=split'),
    async settle(page) {
      await openPlan(page);
      await expect(dialog(page)).toContainText('as it would be');
    },
  },
  {
    title: 'promotion',
    person: 'ada',
    path: delivery('web', '?drawer=history'),
    async settle(page) {
      await dialog(page)
        .getByRole('button', { name: /^Open promotion/ })
        .last()
        .click();
      await dialog(page)
        .getByRole('button', { name: /^Open step/ })
        .last()
        .click();
      await expect(dialog(page)).toContainText('Steps');
    },
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
    path: delivery('web', '?drawer=stage&stage=staging'),
    settle: page => expect(dialog(page)).toContainText('staging'),
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
