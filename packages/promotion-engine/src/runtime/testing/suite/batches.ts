import { batchLeavesAt } from '../../../decide/queue';
import { PromotionRow } from '../../../model/rows';
import { pipelineManifests } from '../../../testing';
import { EngineWorld } from '../EngineWorld';
import { OpenStore, worldsOn } from './worldsOn';

const EVERY = { kind: 'batch' as const, everyMs: 168 * 60 * 60_000 };
const DEV = {
  stages: ['dev'],
  auto: ['dev'],
  time: false,
  annotations: { dev: ['stevedore.dev/queue: "batch 168h"'] },
};
const API = `apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: api, namespace: web}
spec: {subscriptions: [{image: {repoURL: "localhost:1/api"}}]}
`;
const origin = (name: string) =>
  `{origin: {kind: Warehouse, name: ${name}}, sources: {direct: true}}`;

const leaving = (promotion: PromotionRow): number =>
  batchLeavesAt(EVERY, promotion)!;

/** A queue whose promotions leave at fixed times. */
export function batchSuite(open: OpenStore): void {
  describe('a batch', () => {
    const begin = worldsOn(open);
    /** A world, and the way to a later moment, from which time goes on. */
    const start = async () => {
      let ahead = 0;
      const clock = { now: () => Date.now() + ahead };
      const world = await begin({ ...DEV, clock });
      const comesTo = async (moment: number) => {
        ahead = moment - Date.now();
        for (const { name } of await world.promotions('dev'))
          await world.queue.enqueue({
            kind: 'promotion',
            project: 'web',
            name,
          });
        await world.queue.settle();
      };
      return { world, comesTo };
    };

    it('leaves at its time with the newest, and not before', async () => {
      const { world, comesTo } = await start();
      await world.release('1.0.0');
      await world.release('1.1.0');
      const [, oldest] = await world.promotions('dev');
      await comesTo(leaving(oldest) - 60 * 60_000);
      expect(await told(world)).toEqual([
        ['web', '1.0.0', 'Pending'],
        ['web', '1.1.0', 'Pending'],
      ]);
      await comesTo(leaving(oldest));
      expect(await told(world)).toEqual([
        ['web', '1.0.0', 'Superseded'],
        ['web', '1.1.0', 'Succeeded'],
      ]);
      expect(world.file('dev/values.yaml')).toContain('1.1.0');
    });

    it('takes the newest of each origin, one after the other', async () => {
      const { world, comesTo } = await start();
      await world.defineText(
        pipelineManifests(world.remote.url, {
          ...DEV,
          documents: [API],
        }).replace(origin('web'), `${origin('web')}, ${origin('api')}`),
      );
      const found = async (tag: string, warehouse: string) => {
        const digest = `sha256:${tag.replace(/\D/g, '').padEnd(64, '0')}`;
        world.images.push({ tag, digest, annotations: {} });
        await world.engine.refresh({ project: 'web', warehouse });
        await world.queue.settle();
      };
      await found('1.0.0', 'web');
      await found('1.1.0', 'web');
      await found('1.2.0', 'api');
      await found('1.3.0', 'api');
      const [newest] = await world.promotions('dev');
      await comesTo(leaving(newest));
      expect(await told(world)).toEqual([
        ['web', '1.0.0', 'Superseded'],
        ['web', '1.1.0', 'Succeeded'],
        ['api', '1.2.0', 'Superseded'],
        ['api', '1.3.0', 'Succeeded'],
      ]);
      const row = await world.store.stage('web', 'dev');
      expect(Object.keys(row!.history[0].items).sort()).toEqual([
        'Warehouse/api',
        'Warehouse/web',
      ]);
    });
  });
}

/** Oldest first. */
async function told(world: EngineWorld) {
  return (await world.promotions('dev'))
    .map(({ freight, phase }) => [
      freight.origin.name,
      freight.images[0].tag,
      phase,
    ])
    .reverse();
}
