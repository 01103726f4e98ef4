import { Page, Route } from '@playwright/test';

export type Json = { [key: string]: unknown };

/** From now on the API's answer to what fits has some fields otherwise; an error stays as it is. */
export async function patch(
  page: Page,
  paths: RegExp,
  change: Json,
): Promise<void> {
  await page.unroute(paths);
  await page.route(paths, async (route: Route) => {
    const response = await route.fetch();
    if (!response.ok()) return route.fulfill({ response });
    return route.fulfill({ json: merge(await response.json(), change) });
  });
}

/** Objects field by field; a list item by item, and as a whole where it shall be empty or was. */
function merge(was: unknown, change: unknown): unknown {
  if (Array.isArray(change)) {
    if (change.length === 0 || !Array.isArray(was) || was.length === 0)
      return change;
    const kept = was.map((item, at) =>
      at in change ? merge(item, change[at]) : item,
    );
    return [...kept, ...change.slice(was.length)];
  }
  if (!isObject(was) || !isObject(change)) return change;
  const merged: Json = { ...was };
  for (const [key, value] of Object.entries(change))
    merged[key] = merge(was[key], value);
  return merged;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
