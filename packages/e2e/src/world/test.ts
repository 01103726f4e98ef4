import { BrowserContext, Page, test as base } from '@playwright/test';
import { demoGitops, Gitops } from './gitops';
import { runScript } from './runScript';

/** The people of app-config.yaml. */
export type Person = 'ada' | 'rhea' | 'ravi' | 'rosa' | 'alex' | 'vera';

export interface Visit {
  readonly person: Person;
  /** Below the portal's address, with a slash in front. */
  readonly path: string;
  readonly colorScheme?: 'light' | 'dark';
  /** In pixels. */
  readonly viewport?: { width: number; height: number };
}

export interface World {
  /** A page of its own, signed in and opened. */
  visit(visit: Visit): Promise<Page>;
  /** Publishes an image, as a CI would. */
  release(version: string, component: string): Promise<void>;
  /** Asks the API as that person; throws for another answer than 2xx. */
  ask<T>(person: Person, path: string, body?: unknown): Promise<T>;
  /** The GitOps repository; pushes are accepted again afterwards. */
  gitops: Gitops;
}

interface Worker {
  /** One for all pages: what the portal is made of is fetched and compiled once. */
  everybody: BrowserContext;
}

export const test = base.extend<World, Worker>({
  everybody: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        baseURL: process.env.STEVEDORE_E2E_PORTAL,
      });
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  visit: async ({ everybody }, use) => {
    const pages: Page[] = [];
    await use(async visit => {
      const page = await everybody.newPage();
      pages.push(page);
      await openAs(page, visit);
      return page;
    });
    for (const page of pages) {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.close();
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

/** Who somebody is stands in the session of the page, which no other page sees. */
async function openAs(
  page: Page,
  { person, path, colorScheme = 'light', viewport }: Visit,
): Promise<void> {
  if (viewport) await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  await page.addInitScript(
    name => window.sessionStorage.setItem('stevedore.demo.person', name),
    person,
  );
  await page.goto(path);
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
