import { expect } from '@playwright/test';
import { delivery, Person, test } from '../world/test';
import { cell, dialog, untilGrid } from '../world/views';

// The card of this suite: a release travels from the registry to prod through the page
// alone, each person doing and seeing what is theirs.

const VERSION = '1.1.0';

test('a release travels from the registry to prod', async ({
  visit,
  release,
}) => {
  const open = async (person: Person) => {
    const page = await visit({ person, path: delivery('web') });
    await untilGrid(page);
    return page;
  };
  const ada = await open('ada');

  await test.step('it appears by itself, and dev promotes it', async () => {
    await release(VERSION, 'web');
    await expect(cell(ada, VERSION, 'dev')).toContainText('here');
  });

  await test.step('the developer reads the plan and promotes staging', async () => {
    await ada
      .getByRole('button', { name: `Promote ${VERSION} to staging` })
      .click();
    await expect(dialog(ada)).toContainText('kustomization.yaml');
    await expect(dialog(ada)).toContainText(`newTag: ${VERSION}`);
    await dialog(ada)
      .getByRole('button', { name: `Promote ${VERSION} to staging` })
      .click();
    await expect(dialog(ada)).toContainText('Succeeded', { ignoreCase: true });
    await expect(dialog(ada)).toContainText(/[0-9a-f]{7} is on main/);
    await ada.keyboard.press('Escape');
    await expect(cell(ada, VERSION, 'staging')).toContainText('here');
  });

  const rhea = await open('rhea');
  await test.step('a release manager asks for prod and cannot approve it herself', async () => {
    await rhea
      .getByRole('button', { name: `Promote ${VERSION} to prod` })
      .click();
    await expect(dialog(rhea)).toContainText('kustomization.yaml');
    await dialog(rhea)
      .getByRole('button', { name: /Request approval of 1.1.0 for prod/ })
      .click();
    await expect(dialog(rhea)).toContainText('somebody else');
    await expect(
      dialog(rhea).getByRole('button', { name: /^Approve/ }),
    ).not.toBeEnabled();
    await rhea.keyboard.press('Escape');
    await expect(cell(rhea, VERSION, 'prod')).toContainText('0 of 2');
  });

  for (const [person, expected] of [
    ['ravi', '1 of 2'],
    ['rosa', 'here'],
  ] as const) {
    await test.step(`${person} reads the diff and approves`, async () => {
      const page = await open(person);
      await page
        .getByRole('button', { name: `Review ${VERSION} for prod` })
        .click();
      await expect(dialog(page)).toContainText(`newTag: ${VERSION}`);
      await dialog(page)
        .getByLabel(/Reason/)
        .fill('read the diff');
      await dialog(page)
        .getByRole('button', { name: /^Approve/ })
        .click();
      // rhea's page was open all the time, and follows by itself
      await expect(cell(rhea, VERSION, 'prod')).toContainText(expected);
    });
  }

  await test.step('the viewer sees all of it and can do nothing', async () => {
    const vera = await open('vera');
    await expect(cell(vera, VERSION, 'prod')).toContainText('here');
    await expect(
      vera.getByRole('button', {
        name: /^(Promote|Approve|Reject)/,
        disabled: false,
      }),
    ).toHaveCount(0);
    await vera.goto(delivery('web', '?drawer=history'));
    await expect(dialog(vera)).toContainText('Rosa');
  });
});
