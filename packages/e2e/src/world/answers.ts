import { Page, Route } from '@playwright/test';

/** How the API answers when it does not answer as it should. */
export type Trouble = 'forbidden' | 'broken' | 'down' | 'slow' | 'missing';

/** What the backend says then. */
export const SENTENCES: Partial<Record<Trouble, RegExp>> = {
  forbidden: /You may not read this here/,
  broken: /The database is away/,
  down: /The delivery service does not answer/,
};

const ERRORS = {
  missing: {
    statusCode: 404,
    name: 'NotFoundError',
    message: 'There is no pipeline of this entity',
  },
  forbidden: {
    statusCode: 403,
    name: 'NotAllowedError',
    message: 'You may not read this here',
  },
  broken: {
    statusCode: 500,
    name: 'InternalServerError',
    message: 'The database is away',
  },
};

/** From now on every request of ours that fits gets into this trouble. */
export async function trouble(
  page: Page,
  paths: RegExp,
  kind: Trouble,
): Promise<void> {
  const held = heldOn.get(page) ?? [];
  heldOn.set(page, held);
  await page.route(paths, route => answer(route, kind, held));
}

/** Ends all trouble of a page; what still waited is answered by nobody. */
export async function relieve(page: Page): Promise<void> {
  const held = heldOn.get(page)?.splice(0) ?? [];
  // the page may have given up waiting
  await Promise.all(held.map(route => route.abort().catch(() => {})));
  await page.unrouteAll({ behavior: 'ignoreErrors' });
}

const heldOn = new WeakMap<Page, Route[]>();

function answer(
  route: Route,
  kind: Trouble,
  held: Route[],
): Promise<void> | void {
  if (kind === 'slow') return void held.push(route);
  if (kind === 'down') return route.abort('connectionrefused');
  const { statusCode, name, message } = ERRORS[kind];
  return route.fulfill({
    status: statusCode,
    json: { error: { name, message }, response: { statusCode } },
  });
}

/**
 * From now on the log of a step or of a verification has these lines: whether one of the
 * demo's steps has something to tell depends on who else pushes at that moment.
 */
export async function answerLog(
  page: Page,
  lines: readonly string[],
  paths = /\/promotions\/[^/]+\/logs\?/,
): Promise<void> {
  await page.route(paths, route => {
    const { searchParams } = new URL(route.request().url());
    const items = lines.map((text, index) => ({
      id: `${index + 1}`,
      at: `2026-05-04T10:00:0${index}Z`,
      step: searchParams.get('step'),
      text,
    }));
    return route.fulfill({
      json: { items: searchParams.has('after') ? [] : items },
    });
  });
}
