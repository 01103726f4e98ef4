import { Page } from '@playwright/test';

interface Quiet {
  stevedoreQuiet?: boolean;
}

/** From its next opening on, the page can be made quiet, see `quiet`. @param atOnce it is so from the beginning */
export async function canBeQuiet(page: Page, atOnce = false): Promise<void> {
  await page.addInitScript(muffleLongTimers, atOnce);
}

/** From now on nothing in the page asks by itself: only what happens makes it read again. */
export function quiet(page: Page): Promise<void> {
  return page.evaluate(() => {
    (window as Quiet).stevedoreQuiet = true;
  });
}

/** What polls waits for seconds; what draws waits for less than one. */
function muffleLongTimers(atOnce: boolean) {
  const state = window as Quiet;
  state.stevedoreQuiet = atOnce;
  const { setTimeout, setInterval } = window;
  const muffled =
    (start: typeof setTimeout): any =>
    (handler: Function, delay = 0, ...rest: unknown[]) => {
      const unlessQuiet = (...given: unknown[]) => {
        if (delay < 1000 || !state.stevedoreQuiet) handler(...given);
      };
      return start(unlessQuiet, delay, ...rest);
    };
  window.setTimeout = muffled(setTimeout);
  window.setInterval = muffled(setInterval as typeof setTimeout);
}
