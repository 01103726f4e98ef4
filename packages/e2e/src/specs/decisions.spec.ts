import { expect, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleNow } from '../world/axe';
import { delivery, Person, test, World } from '../world/test';
import { cell, dialog, untilGrid } from '../world/views';

// What people do when it does not go straight on: abort, retry, reject, take back, and
// review again what has changed meanwhile.

const VERSION = '1.0.0';

// the second begins where the first has led
test.describe.configure({ mode: 'serial' });

test('a promotion that fails is tried again, aborted, and gets there', async ({
  visit,
  gitops,
}) => {
  const ada = await open({ visit }, 'ada');

  await test.step('a push is refused: what happened, what was said, what to try', async () => {
    await gitops.refusePushes('the branch main is protected');
    await ada
      .getByRole('button', { name: `Promote ${VERSION} to staging` })
      .click();
    await button(ada, /^Promote/).click();
    await expect(dialog(ada)).toContainText('The change could not be pushed');
    await expect(dialog(ada)).toContainText('the branch main is protected');
    await expectAccessible(ada, {
      async settle() {
        await expect(dialog(ada)).toContainText('What to try');
        await expect(button(ada, 'Retry')).toBeVisible();
      },
    });
  });

  await test.step('a push hangs, and is aborted with a reason', async () => {
    await gitops.stallPushes();
    await button(ada, 'Retry').click();
    await expect(dialog(ada)).toContainText('Runs step 4 of 4');
    await expectAccessible(ada, {
      async settle() {
        await button(ada, 'Abort…').click();
        await expect(dialog(ada)).toContainText('is interrupted');
      },
    });
    await reason(ada).fill('incident 812');
    await button(ada, 'Abort now').click();
    await expect(dialog(ada)).toContainText(/being aborted|Aborted by ada/);
    await gitops.acceptPushes();
    await expect(dialog(ada)).toContainText('Aborted by ada');
  });

  await test.step('tried again, it is there', async () => {
    await button(ada, 'Retry').click();
    await expect(dialog(ada)).toContainText('succeeded');
    await ada.keyboard.press('Escape');
    await expect(cell(ada, VERSION, 'staging')).toContainText('verified');
  });
});

test('a request is rejected, taken back, changed meanwhile, and gets there', async ({
  visit,
  ask,
  gitops,
}) => {
  await askForProd({ ask });
  const [ada, ravi] = [
    await open({ visit }, 'ada'),
    await open({ visit }, 'ravi'),
  ];

  await test.step('a release manager rejects with a reason, and it is asked for again', async () => {
    await review(ravi);
    await reason(ravi).fill('not on a Friday');
    await button(ravi, 'Reject').click();
    await expect(dialog(ravi)).toContainText('Rejected by ravi');
    await expect(dialog(ravi)).toContainText('“not on a Friday”');
    await ravi.keyboard.press('Escape');
    await ada.getByRole('button', { name: 'History' }).click();
    await expect(dialog(ada)).toContainText(
      /rejected a promotion into prod.*not on a Friday/,
    );
    await button(ada, /^Open promotion/)
      .first()
      .click();
    await button(ada, 'Retry').click();
    await expect(dialog(ada)).toContainText('waits for approval');
    await ada.keyboard.press('Escape');
  });

  await test.step('an approval is taken back, and given again', async () => {
    await review(ravi);
    await button(ravi, 'Approve').click();
    await expect(cell(ada, VERSION, 'prod')).toContainText('1 of 2');
    await button(ravi, 'Take my approval back').click();
    await expect(cell(ada, VERSION, 'prod')).toContainText('0 of 2');
    await button(ravi, 'Approve').click();
    await expect(dialog(ravi)).toContainText('You approved this plan.');
  });

  await test.step('a plan that changed since it was opened has to be reviewed again', async () => {
    const rosa = await open({ visit }, 'rosa');
    await review(rosa);
    await expect(dialog(rosa)).toContainText(`tag: ${VERSION}`);
    await gitops.change('apps/shop/prod/values.yaml', text =>
      text.replace('image:', '# of the shop\nimage:'),
    );
    await button(rosa, 'Approve').click();
    for (const page of [rosa, ravi]) await expectChanged(page);
    for (const page of [rosa, ravi]) {
      await button(page, 'The plan changed: review again').click();
      await expect(dialog(page)).toContainText('# of the shop');
    }
    await expect(decisions(ravi)).toContainText(
      /approved, does not count.*ravi.*given to an earlier plan/i,
    );
    await expect(cell(ada, VERSION, 'prod')).toContainText('0 of 2');
    await button(rosa, 'Approve').click();
    await expect(dialog(rosa)).toContainText('You approved this plan.');
  });

  await test.step('a commit to other files leaves the plan and its approval as they are', async () => {
    await gitops.change('apps/shop/staging/values.yaml', text =>
      text.replace('image:', '# of staging\nimage:'),
    );
    await button(ravi, 'Approve').click();
    await expect(dialog(ravi)).toContainText('succeeded');
    await expect(cell(ada, VERSION, 'prod')).toContainText('here');
    // hers was given before that commit
    await expect(decisions(ravi)).toContainText(/approvedrosa/i);
  });
});

async function open({ visit }: Pick<World, 'visit'>, person: Person) {
  // what is there only once is seen in one theme by rosa, in the other by ravi
  const colorScheme = person === 'rosa' ? 'dark' : 'light';
  const page = await visit({ person, path: delivery('shop'), colorScheme });
  await untilGrid(page);
  return page;
}

async function askForProd({ ask }: Pick<World, 'ask'>): Promise<void> {
  const { project, freight } = await ask<{
    project: string;
    freight: { items: { name: string }[] };
  }>('rhea', '/pipelines/component/default/shop');
  await ask('rhea', `/projects/${project}/promotions`, {
    stage: 'prod',
    freight: freight.items[0].name,
  });
}

function button(page: Page, name: string | RegExp) {
  return dialog(page).getByRole('button', { name });
}

/** Who decided what, and whether it counts. */
function decisions(page: Page) {
  return dialog(page).getByRole('list', { name: 'Decisions' });
}

function reason(page: Page) {
  return dialog(page).getByLabel(/^Reason/);
}

function review(page: Page): Promise<void> {
  return page
    .getByRole('button', { name: `Review ${VERSION} for prod` })
    .click();
}

async function expectChanged(page: Page): Promise<void> {
  await expect(dialog(page)).toContainText(
    'The plan changed since you opened it',
  );
  await expect(button(page, 'Approve')).toHaveCount(0);
  await expectAccessibleNow(page);
}
