import { Store } from '../../../ports/store';
import { EngineWorld, EngineWorldOptions } from '../EngineWorld';

/** Opens an empty store for one test. */
export type OpenStore = () => Promise<Store>;

/** Worlds of a suite; what a test opened is closed after it. */
export function worldsOn(
  open: OpenStore,
): (options: EngineWorldOptions) => Promise<EngineWorld> {
  const worlds: EngineWorld[] = [];
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.close();
  });
  return async options => {
    const world = await EngineWorld.start(await open(), options);
    worlds.push(world);
    return world;
  };
}
