import { expect, Page } from '@playwright/test';
import { delivery, Person, test } from '../world/test';

// Issue: a release travels from the registry to prod through the page alone.

const VERSION = '1.1.0';

test('a release travels from the registry to prod, and everybody sees what is theirs', async ({
  visit,
  release,
}) => {
  const open = (person: Person) => visit({ person, path: delivery('web') });
  const ada = await open('ada');
  await expect(ada.getByRole('grid', { name: 'Freight' })).toBeVisible();

  await test.step('the release appears by itself and dev promotes it', async () => {
    await release(VERSION, 'web');
    await expect(row(ada, VERSION)).toBeVisible();
    await expect(cell(ada, VERSION, 'dev')).toContainText('here');
  });

  await test.step('the developer promotes staging from the cell', async () => {
    await ada
      .getByRole('button', { name: `Promote ${VERSION} to staging` })
      .click();
    const plan = ada.getByRole('dialog');
    await expect(plan).toContainText('kustomization.yaml');
    await plan
      .getByRole('button', { name: `Promote ${VERSION} to staging` })
      .click();
    await expect(ada.getByRole('dialog')).toContainText('Succeeded');
    await ada.keyboard.press('Escape');
    await expect(cell(ada, VERSION, 'staging')).toContainText('here');
  });
});

function row(page: Page, version: string) {
  return page.getByRole('row').filter({ hasText: version });
}

function cell(page: Page, version: string, stage: string) {
  return row(page, version).getByRole('gridcell', { name: stage });
}
