import { expect, Page } from '@playwright/test';
import { expectAccessibleNow } from '../world/axe';
import { delivery, test } from '../world/test';
import { dialog } from '../world/views';

// The demo has no Argo Rollouts: the API's answer is said here, as the module for clusters gives it.

const PATHS = /\/stages\/dev\/rollouts$/;

const acts = (whyNot: Record<string, string> = {}) =>
  ['promote', 'promote-full', 'pause', 'abort'].map(act => ({
    act,
    whyNot: whyNot[act],
  }));

const CANARY = {
  ...{ cluster: 'prod-eu', namespace: 'shop', name: 'web' },
  ...{ phase: 'Paused', message: 'CanaryPauseStep', strategy: 'canary' },
  ...{ seen: 'seen', aborted: false },
  canary: {
    ...{ weight: 50, actual: 20, step: 2 },
    steps: [
      { name: 'weight 20 %', state: 'done' },
      { name: 'analysis error-rate', state: 'done' },
      { name: 'pause until somebody promotes', state: 'current' },
      { name: 'weight 50 %', state: 'open' },
      { name: 'pause 10m', state: 'open' },
    ],
  },
  stable: {
    ...{ hash: '5d4f9c7b8', number: 7, replicas: 4 },
    images: ['ghcr.io/acme/web:1.1.0'],
  },
  next: {
    ...{ hash: '9b2c6d5f4', number: 8, replicas: 1 },
    images: ['ghcr.io/acme/web:1.2.0'],
  },
  replicas: { wanted: 5, updated: 1, available: 5 },
  analyses: [
    {
      ...{ of: 'background', name: 'web-9b2c6d5f4-8', phase: 'Running' },
      message: 'error-rate: 3 of 10 measurements passed',
    },
  ],
  paused: { why: 'step 3 is a pause', since: '2026-05-04T10:00:00Z' },
  acts: acts({ pause: 'It cannot be done now: it is paused already.' }),
};

const BLUE_GREEN = {
  ...{ cluster: 'prod-eu', namespace: 'shop', name: 'worker' },
  ...{ phase: 'Degraded', strategy: 'blueGreen', seen: 'seen' },
  message: 'RolloutAborted: Rollout aborted update to revision 3',
  aborted: true,
  blueGreen: {
    ...{ active: 'worker', preview: 'worker-preview' },
    autoPromotion: false,
  },
  stable: { hash: '77f', number: 2, replicas: 2 },
  next: { hash: '88f', number: 3, replicas: 0 },
  imagesUnknown:
    'cluster prod-eu does not let Stevedore list replicasets.apps in namespace shop',
  replicas: { wanted: 2, updated: 0, available: 2 },
  analyses: [],
  acts: [{ act: 'promote', whyNot: 'It was aborted.' }, { act: 'retry' }],
};

const UNSEEN = {
  ...{ cluster: 'prod-us', namespace: 'shop', name: 'web', phase: 'Unknown' },
  message:
    'rollouts.argoproj.io of cluster prod-us cannot be seen since 2026-05-04T10:00:00Z: it did not answer',
  acts: acts(
    Object.fromEntries(
      acts().map(({ act }) => [act, 'It cannot be seen: it did not answer.']),
    ),
  ),
};

const button = (page: Page, name: string) =>
  dialog(page).getByRole('button', { name, exact: true });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`rollouts say how far they are and what can be done, and axe finds nothing, ${colorScheme}`, async ({
    visit,
  }) => {
    const page = await visit({
      person: 'rhea',
      path: 'about:blank',
      colorScheme,
      viewport: { width: 360, height: 900 },
    });
    const asked: unknown[] = [];
    await page.route(PATHS, route => {
      if (route.request().method() === 'GET')
        return route.fulfill({
          json: { rollouts: [CANARY, BLUE_GREEN, UNSEEN] },
        });
      asked.push(route.request().postDataJSON());
      return route.fulfill({
        status: 409,
        json: {
          error: {
            name: 'ConflictError',
            message: 'Rollout "web" has gone on meanwhile: look at it again.',
          },
        },
      });
    });
    await page.goto(delivery('web', '?drawer=stage&stage=dev'));
    await expect(
      dialog(page).getByRole('heading', { name: 'Rollout' }),
    ).toBeVisible();
    await dialog(page)
      .getByRole('group', { name: 'Steer web' })
      .first()
      .getByRole('button', { name: 'Promote…' })
      .click();
    await dialog(page)
      .getByLabel(/Reason/)
      .first()
      .fill('looks good');
    await expectAccessibleNow(page);
    await button(page, 'Go on to the next step').click();
    await expect(dialog(page)).toContainText('has gone on meanwhile');
    await expectAccessibleNow(page);
    expect(asked).toEqual([
      {
        ...{ cluster: 'prod-eu', namespace: 'shop', name: 'web' },
        ...{ act: 'promote', seen: 'seen', reason: 'looks good' },
      },
    ]);
  });
}
