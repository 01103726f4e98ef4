import { expect, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleNow } from '../world/axe';
import { delivery, Person, test, World } from '../world/test';
import { cell, dialog, untilGrid } from '../world/views';

// What takes a stage back and what stops the line: rollback and lock, each seen by
// somebody whose page was open all along.

const FIRST = '1.20.0';

// each begins where the one before has led
test.describe.configure({ mode: 'serial' });

test('a rollback is two clicks to the plan and one to do it, and holds auto-promotion', async ({
  visit,
  release,
  gitops,
}) => {
  const ada = await open({ visit }, 'ada');
  await release(FIRST, 'shop');
  await expect(cell(ada, FIRST, 'dev')).toContainText('here, verified');
  const rhea = await open({ visit }, 'rhea');

  const earlier =
    await test.step('the plan says what would come back', async () => {
      await stage(rhea, 'dev').click();
      const back = button(rhea, /^Back to \d/);
      const version = (await back.textContent())!.replace('Back to ', '');
      await back.click();
      await expect(dialog(rhea)).toContainText(`tag: ${version}`);
      await expectAccessible(rhea, {
        async settle() {
          await expect(dialog(rhea)).toContainText(
            'Auto-promotion of shop will pause here',
          );
          await expect(button(rhea, /^Roll/)).toBeVisible();
        },
      });
      return version;
    });

  await test.step('it lands as a commit, and both pages say why nothing comes in by itself', async () => {
    await button(rhea, /^Roll/).click();
    await expect(dialog(rhea)).toContainText('Rollback: somebody asked for it');
    await expect(dialog(rhea)).toContainText(/[0-9a-f]{7} is on main/);
    expect(await gitops.read('apps/shop/dev/values.yaml')).toContain(
      `tag: ${earlier}`,
    );
    await expect(cell(ada, earlier, 'dev')).toContainText('here, verified');
    await expect(ada.getByRole('region', { name: 'Pipeline' })).toContainText(
      `went back to ${earlier}`,
    );
    await ada.goto(delivery('shop', '?drawer=stage&stage=dev'));
    await expectAccessible(ada, {
      async settle() {
        await expect(dialog(ada)).toContainText(
          'new freight of shop is on hold',
        );
        await expect(dialog(ada)).toContainText(/by Rhea/i);
      },
    });
  });

  await test.step('resumed, it goes on by itself', async () => {
    await button(ada, 'Resume').click();
    await ada.keyboard.press('Escape');
    await expect(cell(ada, FIRST, 'dev')).toContainText('here, verified');
  });
});

test('a lock is set and released in the page, and a promotion waits meanwhile', async ({
  visit,
}) => {
  const ada = await open({ visit }, 'ada');
  const rhea = await open({ visit }, 'rhea');

  await test.step('whoever looks at the page reads it at once', async () => {
    await rhea.getByRole('button', { name: 'Locks and windows' }).click();
    await button(rhea, 'Lock…').click();
    await dialog(rhea).getByLabel('Stage').selectOption('staging');
    await reason(rhea).fill('incident 812');
    await button(rhea, 'Lock now').click();
    await expect(stops(ada)).toContainText(
      'Staging is locked by Rhea: incident 812',
      { ignoreCase: true },
    );
  });

  await test.step('a promotion waits with the same sentence', async () => {
    await promoteToStaging(ada, FIRST);
    await expectAccessible(ada, {
      settle: () =>
        expect(dialog(ada)).toContainText(
          /staging is locked by rhea: incident 812/i,
        ),
    });
  });

  await test.step('the release asks what becomes of it, and it goes', async () => {
    await rhea.keyboard.press('Escape');
    await expect(dialog(rhea)).toHaveCount(0);
    await rhea.getByRole('button', { name: 'Release…' }).click();
    const form = rhea.getByRole('group', { name: 'Release the lock' });
    await form.getByLabel(/^Reason/).fill('it is over');
    await form.getByRole('button', { name: 'Release' }).click();
    const go = form.getByRole('button', { name: 'Release, and let them go' });
    await expect(go).toBeVisible();
    await expectAccessibleNow(rhea);
    await go.click();
    await expect(dialog(ada)).toContainText('succeeded');
    await expect(stops(ada)).toHaveCount(0);
    await ada.keyboard.press('Escape');
    await expect(cell(ada, FIRST, 'staging')).toContainText('here, verified');
  });
});

async function open({ visit }: Pick<World, 'visit'>, person: Person) {
  const page = await visit({ person, path: delivery('shop') });
  await untilGrid(page);
  return page;
}

async function promoteToStaging(page: Page, version: string): Promise<void> {
  // while something is locked or closed it only enters the queue, and the buttons say so
  await page
    .getByRole('button', { name: `Queue ${version} for staging` })
    .click();
  await button(page, /^Queue/).click();
}

function stage(page: Page, name: string) {
  return page
    .getByRole('region', { name: 'Pipeline' })
    .getByRole('button', { name: `Stage ${name}` });
}

/** On top of the page. */
function stops(page: Page) {
  return page.getByLabel('Locks and freezes');
}

function button(page: Page, name: string | RegExp) {
  return dialog(page).getByRole('button', { name });
}

function reason(page: Page) {
  return dialog(page).getByLabel(/^Reason/);
}
