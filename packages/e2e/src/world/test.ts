import {
  Browser,
  BrowserContextOptions,
  Page,
  test as base,
} from '@playwright/test';
import { demoGitops, Gitops } from './gitops';
import { runScript } from './runScript';

/** The people of app-config.yaml. */
export type Person = 'ada' | 'rhea' | 'ravi' | 'rosa' | 'alex' | 'vera';

export interface Visit extends BrowserContextOptions {
  readonly person: Person;
  /** Below the portal's address, with a slash in front. */
  readonly path: string;
}

export interface World {
  /** A page of a browser of its own, signed in and opened. */
  visit(visit: Visit): Promise<Page>;
  /** Publishes an image, as a CI would. */
  release(version: string, component: string): Promise<void>;
  /** Asks the API as that person; throws for another answer than 2xx. */
  ask<T>(person: Person, path: string, body?: unknown): Promise<T>;
  /** The GitOps repository; pushes are accepted again afterwards. */
  gitops: Gitops;
}

export const test = base.extend<World>({
  visit: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async visit => {
      const page = await openAs(browser, visit);
      pages.push(page);
      return page;
    });
    for (const page of pages) {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.context().close();
    }
  },
  release: async ({}, use) => {
    await use(async (version, component) => {
      await runScript(['demo:release', version, component], {});
    });
  },
  ask: async ({}, use) => {
    const tokens = new Map<Person, Promise<string>>();
    await use(async (person, path, body) => {
      const token = tokens.get(person) ?? runScript(['demo:token', person], {});
      tokens.set(person, token);
      return askWith(await token, path, body);
    });
  },
  gitops: async ({}, use) => {
    const gitops = demoGitops();
    await use(gitops);
    await gitops.acceptPushes();
  },
});

async function openAs(browser: Browser, { person, path, ...options }: Visit) {
  const context = await browser.newContext({
    baseURL: process.env.STEVEDORE_E2E_PORTAL,
    ...options,
  });
  await context.addInitScript(
    name => window.sessionStorage.setItem('stevedore.demo.person', name),
    person,
  );
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

async function askWith<T>(token: string, path: string, body: unknown) {
  const response = await fetch(
    `${process.env.STEVEDORE_E2E_PORTAL}/api/stevedore${path}`,
    {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    },
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** The address of the tab of one of the demo's components. */
export function delivery(component: string, query = ''): string {
  return `/catalog/default/component/${component}/delivery${query}`;
}
