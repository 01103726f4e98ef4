import { expect } from '@playwright/test';
import { answerLog } from '../world/answers';
import { expectAccessibleNow, THEMES } from '../world/axe';
import { delivery, test } from '../world/test';
import { dialog } from '../world/views';

// The demo has no Jobs and no Argo Rollouts: the API's answers are said here, as the module for clusters gives them.

const at = (second: number) => `2026-05-04T10:00:0${second}Z`;
const LOG = { promotion: 'dev.1', step: 'verification v1' };
const DETAIL = {
  run: {
    ...{ cluster: 'prod-eu', namespace: 'shop' },
    name: 'dev.01hv3xq5v8e0jz6t9c2kq4w7ab.5c0ffee5c0ffee5c0ffee5c0ffee5c0ffee5c0ff',
  },
  log: LOG,
  metrics: [
    {
      ...{ name: 'load', total: 2 },
      measurements: [
        { phase: 'Failed', at: at(1), message: 'p99 was 812 ms' },
        { phase: 'Successful', at: at(5), value: '204' },
      ],
    },
  ],
};
const LINES = [
  'Job verify-01hv3x-0-0 runs in namespace checks of cluster prod-eu',
  'load: warming up with 10 requests a second',
  'load: p50 31 ms, p99 204 ms, 0 errors in 12000 requests',
];

for (const colorScheme of THEMES) {
  test(`a verification shows what its checks print, and axe finds nothing, ${colorScheme}`, async ({
    visit,
  }) => {
    const page = await visit({
      person: 'ada',
      path: 'about:blank',
      colorScheme,
      viewport: { width: 360, height: 900 },
    });
    await page.route(/\/stages\/dev\/verification$/, route =>
      route.fulfill({ json: DETAIL }),
    );
    await answerLog(
      page,
      LINES,
      /\/promotions\/dev\.1\/logs\?.*step=verification/,
    );
    await page.goto(delivery('web', '?drawer=stage&stage=dev'));
    const drawer = dialog(page);
    await expect(drawer).toContainText('in namespace shop of cluster prod-eu.');
    await drawer.getByRole('button', { name: 'Show log' }).click();
    const lines = drawer.getByRole('region', {
      name: 'Lines of the log of the verification of dev',
    });
    await expect(lines).toContainText(LINES[2]);
    await drawer.getByLabel('Search the log').fill('P99');
    await expect(lines).not.toContainText('warming up');
    await expect(lines).toContainText(LINES[2]);
    await expectAccessibleNow(page);
    // nothing of it is wider than the page
    const tooWide = await drawer
      .getByText('Measured by AnalysisRun')
      .evaluate(text => text.scrollWidth - text.clientWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
    await drawer.getByRole('button', { name: 'Hide log' }).click();
    await expect(lines).toHaveCount(0);
  });
}
