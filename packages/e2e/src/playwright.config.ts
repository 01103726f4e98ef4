import { defineConfig } from '@playwright/test';

/** The browser that is on the machine: none is downloaded. */
const CHROMIUM = process.env.STEVEDORE_CHROMIUM || '/usr/bin/chromium';

/** What changes the component `shop`, in this order. */
const SHOP = ['decisions', 'keyboard', 'live', 'stand-ins', 'stops'];

export default defineConfig({
  testDir: '.',
  globalSetup: './world/globalSetup.ts',
  outputDir: '../../../.cache/e2e',
  // one demo, whose state goes forward: the main job first, then what looks at it
  workers: 2,
  // a loaded machine is many times slower
  timeout: 600_000,
  expect: { timeout: 120_000 },
  reporter: [
    ['list'],
    [
      'json',
      {
        outputFile:
          process.env.STEVEDORE_E2E_REPORT || '../../../.cache/e2e-report.json',
      },
    ],
  ],
  projects: [
    { name: 'main job', testMatch: 'specs/main-job.spec.ts' },
    {
      name: 'request',
      testMatch: 'specs/request.setup.ts',
      dependencies: ['main job'],
    },
    {
      // one after the other: each takes another component further
      name: 'shop',
      testMatch: SHOP.map(name => `specs/${name}.spec.ts`),
      dependencies: ['request'],
      workers: 1,
    },
    {
      // side by side: they only look, so each may look again
      name: 'web',
      retries: 1,
      testMatch: 'specs/*.spec.ts',
      testIgnore: ['main-job', 'freeze*', ...SHOP].map(
        name => `specs/${name}.spec.ts`,
      ),
      dependencies: ['request'],
      fullyParallel: true,
    },
    {
      // a freeze stops all that goes before
      name: 'everything',
      testMatch: 'specs/freeze*.spec.ts',
      workers: 1,
      dependencies: ['shop', 'web'],
    },
    { name: 'bench', testMatch: 'bench/*.spec.ts' },
    {
      name: 'screenshots',
      testMatch: 'screenshots/*.spec.ts',
      dependencies: ['request'],
    },
  ],
  use: {
    launchOptions: {
      executablePath: CHROMIUM,
      // root in a container cannot use the sandbox
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
    // what cannot be pressed for so long fails where it is, not at the end of the test
    actionTimeout: 120_000,
    // a record of every page after every step takes as long as all the rest
    trace: process.env.STEVEDORE_E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
});
