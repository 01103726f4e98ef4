import { expect, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleNow } from '../world/axe';
import { delivery, Person, test, World } from '../world/test';
import { cell, dialog, untilGrid } from '../world/views';
import { waitingRequest } from '../world/waitingRequest';

// Who decides when those who should cannot: a delegate for an absence, and an admin in
// an emergency, whose act is looked at afterwards.

const VERSION = '1.9.0';

// the emergency is about the request that the first has made
test.describe.configure({ mode: 'serial' });

test('a delegate decides in the name of who is absent', async ({
  visit,
  release,
  ask,
}) => {
  await waitingRequest({ release, ask }, 'shop', VERSION);
  const ravi = await open({ visit }, 'ravi');

  await test.step('the form says who decides, until when, and why', async () => {
    await review(ravi);
    await expectAccessible(ravi, {
      async settle() {
        await button(ravi, 'Delegate my decisions').click();
        await expect(button(ravi, 'Delegate')).toHaveAccessibleDescription(
          /Say who decides, until when, and why/,
        );
      },
    });
    const form = ravi.getByRole('group', { name: 'Delegate' });
    await form.getByLabel(/^Who decides for you/).fill('alex');
    await form.getByLabel('Until').fill(tomorrow());
    await form.getByLabel(/^Reason/).fill('on holiday');
    await button(ravi, 'Delegate').click();
    await expect(dialog(ravi)).toContainText(
      /Alex.* decides for you .*“on holiday”/i,
    );
    await expectAccessibleNow(ravi);
  });

  const alex = await open({ visit }, 'alex');
  await test.step('the delegate approves, and it counts as such', async () => {
    await review(alex);
    await expect(dialog(alex)).toContainText(
      /You decide in the name of Ravi.*, who is absent/i,
    );
    await expectAccessibleNow(alex);
    await button(alex, 'Approve').click();
    await expect(dialog(ravi)).toContainText(/approvedAlex.* for Ravi/i);
    await expect(dialog(ravi)).toContainText('1 of 2 from');
  });

  await test.step('what was decided stays when the delegation ends, until it is taken back', async () => {
    await button(ravi, 'End it').click();
    await expect(dialog(ravi)).toContainText('There are none.');
    await expect(dialog(ravi)).toContainText('1 of 2 from');
    await button(alex, 'Take my approval back').click();
    await expect(dialog(ravi)).toContainText('0 of 2 from');
  });
});

test('an admin breaks the glass, a release manager agrees, and the owner reviews it', async ({
  visit,
}) => {
  const alex = await open({ visit }, 'alex');
  const rosa = await open({ visit }, 'rosa');

  await test.step('it wants a reason, and the agreement of a second', async () => {
    await cell(alex, VERSION, 'prod').getByRole('button').first().click();
    await button(alex, 'Open the promotion').click();
    await expectAccessible(alex, {
      async settle() {
        await button(alex, 'Break the glass…').click();
        await expect(
          button(alex, 'Break the glass now'),
        ).toHaveAccessibleDescription(/Say why first/);
      },
    });
    await dialog(alex)
      .getByRole('group', { name: 'Break the glass' })
      .getByLabel(/^Reason/)
      .fill('the shop is down');
    await button(alex, 'Break the glass now').click();
    await expect(dialog(alex)).toContainText('broke the glass');
    await review(rosa);
    await expect(dialog(rosa)).toContainText('the shop is down');
    await button(rosa, 'Approve').click();
    await expect(dialog(rosa)).toContainText('succeeded');
  });

  await test.step('somebody who owns it looks at it afterwards', async () => {
    const address = new URL(rosa.url());
    const ada = await visit({
      person: 'ada',
      path: `${address.pathname}${address.search}`,
    });
    await expect(dialog(ada)).toContainText('Passed in an emergency by Alex', {
      ignoreCase: true,
    });
    await expectAccessible(ada, {
      async settle() {
        await button(ada, 'Close the review…').click();
        await expect(button(ada, 'Close it')).toBeVisible();
      },
    });
    await dialog(ada)
      .getByLabel(/^Reason/)
      .fill('it was right');
    await button(ada, 'Close it').click();
    for (const page of [ada, rosa])
      await expect(dialog(page)).toContainText(
        /reviewed by Ada.*“it was right”/i,
      );
    await expectAccessibleNow(ada);
  });
});

async function open({ visit }: Pick<World, 'visit'>, person: Person) {
  const page = await visit({ person, path: delivery('shop') });
  await untilGrid(page);
  return page;
}

function review(page: Page): Promise<void> {
  return page
    .getByRole('button', { name: `Review ${VERSION} for prod` })
    .click();
}

function button(page: Page, name: string | RegExp) {
  return dialog(page).getByRole('button', { name, exact: true });
}

/** As the field for a moment takes it. */
function tomorrow(): string {
  const moment = new Date(Date.now() + 24 * 60 * 60 * 1000);
  return moment.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
}
