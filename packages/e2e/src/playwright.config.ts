import { defineConfig } from '@playwright/test';

/** The browser that is on the machine: none is downloaded. */
const CHROMIUM = process.env.STEVEDORE_CHROMIUM || '/usr/bin/chromium';

export default defineConfig({
  testDir: '.',
  globalSetup: './world/globalSetup.ts',
  outputDir: '../../../.cache/e2e',
  // one demo, whose state goes forward: the main job first, then what looks at it
  workers: 1,
  timeout: 300_000,
  // a loaded machine is several times slower
  expect: { timeout: 30_000 },
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
      name: 'views',
      testMatch: 'specs/*.spec.ts',
      testIgnore: 'specs/main-job.spec.ts',
      dependencies: ['request'],
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
    actionTimeout: 60_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
