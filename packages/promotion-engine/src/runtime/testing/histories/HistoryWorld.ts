import { ConflictError } from '../../../model/errors';
import { FreightRow, PromotionRow } from '../../../model/rows';
import { HttpClient } from '../../../ports/runtime';
import { MemoryStore } from '../../../testing';
import { postStep } from '../../../testing/postStep';
import { Actor, RequestError } from '../../engine';
import { EngineWorld, EngineWorldOptions } from '../EngineWorld';
import { CAST, OWNERS, PIPELINE } from './cast';
import { Oracle } from './Oracle';

/** How a version behaves once it is there. */
export type Nature = 'good' | 'failsCheck' | 'failsDeploy';

/** The real engine on a store in memory, with a clock that acts move, and the oracle that reads along. */
export class HistoryWorld {
  readonly oracle = new Oracle();
  readonly world: EngineWorld;
  readonly #natures = new Map<string, Nature>();
  #now = Date.parse('2026-03-02T08:00:00Z');
  readonly #claims: string[];
  #read = 0;

  /** @param claims - groups that everybody is taken to be in, for a test that has to notice */
  constructor(
    options: Partial<EngineWorldOptions> = {},
    claims: string[] = [],
  ) {
    this.#claims = claims;
    // it ticks, so that whoever waits for a moment reaches it
    const clock = { now: () => (this.#now += 1) };
    this.world = new EngineWorld(
      {
        clock,
        manifests: PIPELINE,
        steps: [postStep],
        owners: OWNERS,
        http: this.#http(),
        users: Object.fromEntries(
          Object.entries(CAST).map(([ref, groups]) => [
            ref,
            { stands: [ref, ...groups, ...claims] },
          ]),
        ),
        ...options,
      },
      new MemoryStore(clock),
    );
  }

  async start(): Promise<void> {
    await this.world.boot();
    await this.world.define();
    await this.release('good');
    await this.check();
  }

  wait(ms: number): void {
    this.#now += ms;
  }

  get now(): number {
    return this.#now;
  }

  async release(nature: Nature): Promise<void> {
    const version = `1.${this.#natures.size}.0`;
    this.#natures.set(version, nature);
    await this.world.release(version);
  }

  actor(ref: string): Actor {
    return { ref, ownership: [ref, ...CAST[ref], ...this.#claims] };
  }

  /** Freight by its age, the newest first; the number wraps around. */
  async freight(n: number): Promise<FreightRow | undefined> {
    const { items } = await this.world.store.freightPage('web', { limit: 20 });
    return items[n % (items.length || 1)];
  }

  /** Promotions that have not ended; those that wait for people come first. */
  async open(n: number): Promise<PromotionRow | undefined> {
    const rows = await this.world.store.openPromotions('web');
    const waits = ({ phase }: PromotionRow) => Number(phase !== 'Requested');
    rows.sort((a, b) => waits(a) - waits(b));
    return rows[n % (rows.length || 1)];
  }

  /** Name of what a stage holds. */
  async here(stage: string): Promise<string | undefined> {
    const row = await this.world.store.stage('web', stage);
    return row?.history[0]?.items['Warehouse/web']?.name;
  }

  /** Lets somebody act: the engine may refuse that, and nothing else may go wrong. Then what follows happens. */
  async act(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (error) {
      const refused =
        error instanceof RequestError || error instanceof ConflictError;
      if (!refused) throw error;
      this.oracle.seen.refused = (this.oracle.seen.refused ?? 0) + 1;
    }
    await this.world.engine.start();
    await this.world.queue.settle();
    await this.check();
  }

  /** @throws Error with everything that the oracle holds against the history so far */
  async check(): Promise<void> {
    const entries = await this.world.store.entries('web', {
      after: this.#read,
      limit: 10_000,
    });
    this.#read += entries.length;
    this.oracle.read(entries);
    if (this.oracle.faults.length > 0)
      throw new Error(this.oracle.faults.join('\n'));
  }

  #http(): HttpClient {
    return {
      send: async ({ url }) => {
        const nature = this.#natures.get(url.slice(url.lastIndexOf('/') + 1));
        const deploys = url.startsWith('http://deploy/');
        const fails = deploys
          ? nature === 'failsDeploy'
          : nature === 'failsCheck';
        return {
          status: deploys && fails ? 500 : 200,
          headers: {},
          body: `{"ok": ${!fails}}`,
        };
      },
    };
  }
}
