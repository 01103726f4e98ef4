import { StageRollout } from '@stevedore/promotion-engine';
import { callerNamed, createWorld } from '../__testUtils__/world';

const at = { project: 'shop', stage: 'prod' };
const ref = { cluster: 'eu', namespace: 'shop', name: 'web' };
const ask = { ...ref, act: 'abort' as const, seen: 's', reason: 'errors' };

const rollout = (changes: Partial<StageRollout> = {}): StageRollout => ({
  ref,
  phase: 'Progressing',
  whyNot: { resume: 'nobody has paused it', retry: 'it was not aborted' },
  ...changes,
});

async function seen(person: string, shown: StageRollout) {
  const world = await createWorld();
  world.rolloutActs.read.mockResolvedValue([shown] as never);
  const { rollouts } = await world.rollouts.getRollouts(
    at,
    callerNamed(person),
  );
  return rollouts[0];
}

it('offers of two acts that undo each other the one that fits', async () => {
  const acts = async (shown: StageRollout) =>
    (await seen('ada', shown)).acts.map(({ act }) => act);
  expect(await acts(rollout())).toEqual([
    'promote',
    'promote-full',
    'pause',
    'abort',
  ]);
  const paused = rollout({ whyNot: { pause: 'it is paused already' } });
  expect(await acts(paused)).toContain('resume');
  const state = { aborted: true } as StageRollout['state'];
  expect(await acts(rollout({ state }))).toContain('retry');
});

it('says why: first what stands in the way, then what the caller may not', async () => {
  const shown = rollout({ whyNot: { promote: 'It is not paused.' } });
  expect((await seen('ada', shown)).acts[0].whyNot).toBe('It is not paused.');
  const { acts } = await seen('vera', shown);
  expect(acts.map(({ whyNot }) => whyNot)).toEqual([
    'It is not paused.',
    ...Array(3).fill(
      'You may not promote, pause, abort or retry rollouts: it needs the permission stevedore.stage.rollout.',
    ),
  ]);
});

it('acts as who calls, and tells the audit log', async () => {
  const world = await createWorld();
  const caller = callerNamed('ada');
  await world.rollouts.actOnRollout({ ...at, ...ask }, caller);
  expect(world.rolloutActs.act).toHaveBeenCalledWith({
    ...{ ...at, rollout: ref, act: 'abort', seen: 's', reason: 'errors' },
    actor: caller.actor,
  });
  expect(world.auditor.createEvent).toHaveBeenCalledWith(
    expect.objectContaining({
      eventId: 'stage-rollout',
      meta: expect.objectContaining({ act: 'abort', actor: caller.actor.ref }),
    }),
  );
  expect(world.succeeded).toHaveBeenCalledTimes(1);
});

it('refuses who may not, and writes that down', async () => {
  const world = await createWorld();
  await expect(
    world.rollouts.actOnRollout({ ...at, ...ask }, callerNamed('vera')),
  ).rejects.toThrow(
    'user:default/vera may not promote, pause, abort or retry rollouts in stage prod of shop',
  );
  expect(world.rolloutActs.act).not.toHaveBeenCalled();
  expect(world.engine.denied).toHaveBeenCalledWith(
    expect.objectContaining({
      operation: 'stevedore.stage.rollout',
      subject: 'stage:prod',
    }),
  );
  expect(world.failed).toHaveBeenCalledTimes(1);
});

it('knows which stages there are', async () => {
  const world = await createWorld();
  await expect(
    world.rollouts.getRollouts(
      { project: 'shop', stage: 'moon' },
      callerNamed('ada'),
    ),
  ).rejects.toThrow('shop has no stage moon; it has dev, staging, prod.');
});
