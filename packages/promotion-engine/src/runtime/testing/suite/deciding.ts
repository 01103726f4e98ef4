import { PromotionRow } from '../../../model/rows';
import { Actor } from '../../engine';
import { EngineWorld } from '../EngineWorld';
import { ada } from './people';

export const MANAGERS = 'group:default/release-managers';
export const ON_CALL = 'group:default/on-call';

/** Somebody asks for a new release in prod. */
export async function askFor(
  world: EngineWorld,
  options: {
    actor?: Actor;
    tag?: string;
    annotations?: Record<string, string>;
  } = {},
): Promise<PromotionRow> {
  const { actor = ada, tag = '1.1.0', annotations } = options;
  const freight = await world.release(tag, annotations);
  const asked = await world.engine.request({
    project: 'web',
    stage: 'prod',
    freight: freight.name,
    actor,
  });
  await world.queue.settle();
  return asked;
}

/** What people do about the plan as it is now. */
export function onPlan(world: EngineWorld, promotion: string) {
  const at = { project: 'web', promotion };
  const seen = async () => (await world.promotion(promotion)).digest!;
  const then = async () => {
    await world.queue.settle();
    return world.promotion(promotion);
  };
  return {
    async approve(actor: Actor, more: { onBehalfOf?: string } = {}) {
      await world.engine.approve({
        ...at,
        ...more,
        actor,
        digest: await seen(),
      });
      return then();
    },
    async reject(actor: Actor, reason?: string) {
      await world.engine.reject({
        ...at,
        actor,
        reason,
        digest: await seen(),
      });
      return then();
    },
    async breakGlass(actor: Actor, reason?: string) {
      const digest = await seen();
      await world.engine.people.breakGlass({ ...at, actor, reason, digest });
      return then();
    },
    async withdraw(actor: Actor) {
      await world.engine.withdraw({ ...at, actor });
      return then();
    },
  };
}

/** What stays as it is when somebody is refused. */
export async function unchanged(
  world: EngineWorld,
  act: () => Promise<unknown>,
  message: string,
): Promise<void> {
  const before = await world.store.head('web');
  await expect(act()).rejects.toThrow(message);
  expect(await world.store.head('web')).toEqual(before);
}
