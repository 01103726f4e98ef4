import { request } from 'undici';
import { openPlugin, Portal } from '../api/PluginConnection';

/** Milliseconds after which the names are asked for again, by whoever needs one. */
const FRESH_MS = 60_000;
const ANSWER_MS = 10_000;

/** Names of the clusters that Backstage's Kubernetes plugin has, by whichever of its locators. */
export class PluginClusters {
  readonly #portal: Portal;
  #names?: readonly string[];
  #askedAt = -Infinity;

  constructor(portal: Portal) {
    this.#portal = portal;
  }

  /** As they were last told; undefined where that is not known. Asks anew in the background when they are old. */
  names(now = performance.now()): readonly string[] | undefined {
    if (now - this.#askedAt > FRESH_MS) {
      this.#askedAt = now;
      this.#ask().then(
        names => {
          this.#names = names;
        },
        () => {
          // who needs a cluster hears from its own request what is wrong
          this.#names = undefined;
          this.#askedAt = -Infinity;
        },
      );
    }
    return this.#names;
  }

  async #ask(): Promise<string[]> {
    const { url, headers } = await openPlugin(this.#portal);
    const signal = AbortSignal.timeout(ANSWER_MS);
    const answer = await request(`${url}/clusters`, { headers, signal });
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      throw new Error(`HTTP ${answer.statusCode}`);
    }
    const { items } = (await answer.body.json()) as {
      items: { name: string }[];
    };
    return items.map(({ name }) => name);
  }
}
