import { expect, Page } from '@playwright/test';
import { trouble } from '../world/answers';
import { expectAccessibleNow, THEMES } from '../world/axe';
import { patch } from '../world/patch';
import { delivery, test } from '../world/test';
import { cell, dialog, untilGrid } from '../world/views';

// What is asked of people, the forms in which they answer, and what a form says when its
// answer is not taken.

const PROMOTION = /\/promotions\/[^/]+$/;

for (const colorScheme of THEMES) {
  test(`forms about freight say what they mean and want a reason, ${colorScheme}`, async ({
    visit,
  }) => {
    const page = await visit({
      person: 'rhea',
      path: delivery('web'),
      colorScheme,
    });
    const open = () =>
      page
        .getByRole('rowheader', { name: /^1\.0\.0/ })
        .getByRole('button')
        .click();
    await trouble(page, /\/(alias|quarantine)$/, 'broken');
    await open();
    await button(page, 'Change the alias…').click();
    await button(page, 'Change it').click();
    await button(page, 'Let past verification for prod…').click();
    await expect(button(page, 'Let it past')).toHaveAccessibleDescription(
      /Say why first/,
    );
    await button(page, 'Quarantine…').click();
    await expect(button(page, 'Quarantine')).toHaveAccessibleDescription(
      /Say why first/,
    );
    await dialog(page)
      .getByRole('group', { name: 'Quarantine' })
      .getByLabel(/^Reason/)
      .fill('it loses orders');
    await button(page, 'Quarantine').click();
    await expect(dialog(page)).toContainText('It keeps its alias.');
    await expect(dialog(page)).toContainText('That was not done.');
    await expectAccessibleNow(page);

    await page.keyboard.press('Escape');
    await patch(page, /\/freight\?/, { items: [MARKED] });
    await open();
    await expect(dialog(page)).toContainText(/Quarantined by ada/i);
    await expect(dialog(page)).toContainText(/Let past verification by ada/i);
    await button(page, 'Lift the quarantine…').click();
    await expectAccessibleNow(page);
  });

  test(`an approval says what is missing and why it was not taken, ${colorScheme}`, async ({
    visit,
  }) => {
    const page = await visit({
      person: 'ravi',
      path: delivery('web'),
      colorScheme,
    });
    await patch(page, PROMOTION, {
      reasonRequired: true,
      authors: {
        users: [ADA],
        unmatched: ['somebody@example.com'],
        unread: ['the commits of acme/web cannot be read'],
      },
      promotion: { changed: ['git-push: another file is written'] },
      approvals: [EARLIER, { ...EARLIER, actor: RAVI, mine: true }],
      whyNotWithdraw: undefined,
    });
    await trouble(page, /\/reject$/, 'broken');
    await review(page);
    await expect(dialog(page)).toContainText('whoever wrote them does not');
    await expect(dialog(page)).toContainText('do not count any more');
    await expect(button(page, 'Take my approval back')).toBeVisible();
    await button(page, 'Reject').click();
    await expect(dialog(page)).toContainText('The policy wants a reason.');
    await expectAccessibleNow(page);
    await reason(page).fill('not on a Friday');
    await button(page, 'Reject').click();
    await expect(dialog(page)).toContainText('Your decision was not taken');
    await expectAccessibleNow(page);

    await page.keyboard.press('Escape');
    await patch(page, PROMOTION, { plan: null });
    await review(page);
    await expect(dialog(page)).toContainText('There is no plan yet');
    await expectAccessibleNow(page);
  });

  test(`a promotion asks people, and says what it does not know, ${colorScheme}`, async ({
    visit,
  }) => {
    const page = await visit({
      person: 'ravi',
      path: delivery('web'),
      colorScheme,
    });
    await untilGrid(page);
    await patch(page, PROMOTION, ASKING);
    await trouble(page, /\/(answer|retry)$/, 'forbidden');
    await review(page);
    const asks = (step: string) =>
      dialog(page).getByRole('region', { name: `Step ${step} asks` });
    const form = asks('git-clone');
    await expect(form).toContainText('Which database?');
    await form.getByLabel(/Replicas/).fill('3');
    await form.getByRole('button', { name: 'Submit' }).click();
    await expect(form).toContainText('Your answer was not taken');
    await expect(asks('kustomize-set-image')).toContainText(/ada.* approved/i);
    await expectAccessibleNow(page);

    await page.keyboard.press('Escape');
    await patch(page, PROMOTION, UNKNOWN);
    await review(page);
    await expect(dialog(page)).toContainText('It asks you: Nobody knows');
    await expect(dialog(page)).toContainText('Rollback: verification failed');
    await button(page, 'Retry').click();
    await expect(dialog(page)).toContainText('It was not tried again');
    await button(page, 'Abort…').click();
    await expect(button(page, 'Abort now')).toBeVisible();
    await expectAccessibleNow(page);
  });

  test(`a plan asks for what its stage wants, and says why it was not asked for, ${colorScheme}`, async ({
    visit,
  }) => {
    const page = await visit({
      person: 'rhea',
      path: 'about:blank',
      colorScheme,
    });
    await patch(page, /\/pipelines\//, { stages: [{}, { inputs: INPUTS }] });
    await trouble(page, /\/promotions$/, 'broken');
    // the backend knows of no inputs: it is asked without them
    await page.route(/\/plans$/, route => {
      const { inputs: _, ...ask } = route.request().postDataJSON();
      return route.continue({ postData: JSON.stringify(ask) });
    });
    await page.goto(delivery('web'));
    await page
      .getByRole('button', { name: 'Promote 1.0.0 to staging' })
      .click();
    await dialog(page)
      .getByLabel(/ticket/)
      .fill('OPS-12');
    await button(page, 'Plan with these').click();
    await expect(
      dialog(page).getByRole('region', { name: 'And everything after it' }),
    ).toContainText('prod');
    await button(page, 'Promote 1.0.0 to staging').click();
    await expect(dialog(page)).toContainText('It was not asked for');
    await expectAccessibleNow(page);
  });

  test(`putting freight together and stopping the line say why not, ${colorScheme}`, async ({
    visit,
  }) => {
    const page = await visit({
      person: 'rhea',
      path: delivery('web', '?drawer=warehouse&of=web'),
      colorScheme,
    });
    await trouble(page, /\/(freight|locks|windows|hold|verify)$/, 'broken');
    await button(page, 'Assemble').click();
    await expect(dialog(page)).toContainText('It was not put together');
    await expectAccessibleNow(page);
    await page.goto(delivery('web', '?drawer=calendar'));
    await button(page, 'Lock…').click();
    await reason(page).fill('incident 812');
    await button(page, 'Lock now').click();
    await expect(dialog(page)).toContainText('That was not done');
    await expectAccessibleNow(page);
    await page.goto(delivery('web', '?drawer=stage&stage=dev'));
    for (const act of ['Verify again', 'Hold']) await button(page, act).click();
    await expect(
      dialog(page).getByRole('alert').filter({ hasText: 'That was not done' }),
    ).toHaveCount(2);
    await expectAccessibleNow(page);
  });

  test(`all that a viewer may not says why, ${colorScheme}`, async ({
    visit,
  }) => {
    const page = await visit({
      person: 'vera',
      path: delivery('web'),
      colorScheme,
    });
    await cell(page, '1.2.0', 'prod').getByRole('button').click();
    await button(page, 'Open the promotion').click();
    await expect(dialog(page)).toContainText('1.2.0 to prod');
    await expectAccessibleNow(page);
    for (const query of [
      '?drawer=stage&stage=dev',
      '?drawer=warehouse&of=web',
      '?drawer=calendar',
    ]) {
      await page.goto(delivery('web', query));
      const refused = dialog(page).locator('[aria-disabled="true"]');
      await expect(refused.first()).toBeVisible();
      await expect(refused.first()).toHaveAccessibleDescription(/./);
      await expectAccessibleNow(page);
    }
  });
}

function button(page: Page, name: string) {
  return dialog(page).getByRole('button', { name, exact: true });
}

function reason(page: Page) {
  return dialog(page).getByLabel(/^Reason/);
}

function review(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Review 1.2.0 for prod' }).click();
}

const AT = '2026-11-01T00:00:00Z';
const ADA = 'user:default/ada';
const RAVI = 'user:default/ravi';

/** Given to another plan. */
const EARLIER = {
  actor: ADA,
  decision: 'approved',
  at: AT,
  reason: 'fine',
  counts: false,
  whyNot: 'given to an earlier plan',
  mine: false,
};

/** Freight that somebody marked. */
const MARKED = {
  quarantine: { actor: ADA, at: AT, reason: 'it loses orders' },
  cells: [{}, {}, { waived: { actor: ADA, at: AT, reason: 'tried by hand' } }],
};

const RUNNING = { phase: 'Running', startedAt: AT };

/** One step wants a form filled in, another one to be approved. */
const ASKING = {
  promotion: { ...RUNNING, question: undefined },
  steps: [
    {
      status: 'Running',
      ask: {
        kind: 'input',
        sentence: 'somebody has to fill in a form',
        display: 'Which database?',
        responders: ['group:default/release-managers'],
        schema: {
          type: 'object',
          required: ['replicas'],
          properties: {
            replicas: { type: 'integer', title: 'Replicas' },
            size: { enum: ['small', 'large'], description: 'of each of them' },
            backup: { type: 'boolean', default: true },
            labels: { type: 'object' },
          },
        },
        actions: ['submit'],
      },
    },
    {
      status: 'Running',
      ask: {
        kind: 'approval',
        sentence: 'waits for approval: 1 of 2 people have approved',
        actions: ['approve', 'reject'],
        whyNot: 'you have answered already',
      },
      answers: [{ actor: ADA, at: AT, action: 'approve', message: 'fine' }],
    },
  ],
};

/** The outcome of what it did to the world is unknown. */
const UNKNOWN = {
  promotion: {
    ...RUNNING,
    question:
      'nobody knows whether POST https://chat.example.com/hook arrived; look there, then try again or abort',
    rollback: {
      of: 'prod.1',
      out: '1'.repeat(40),
      because: 'verification',
      badSince: AT,
    },
  },
  steps: [{ status: 'Running' }],
  whyNotRetry: undefined,
  whyNotAbort: undefined,
};

const INPUTS = [
  { name: 'ticket' },
  { name: 'level', choices: ['low', 'high'] },
];
