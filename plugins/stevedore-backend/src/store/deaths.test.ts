import { PromotionRow } from '@stevedore/promotion-engine';
import { HostWorld } from '../__testUtils__/leanHost/HostWorld';

jest.setTimeout(300_000);

/** Every boundary, with how often one promotion passes it where that makes a difference. */
const BOUNDARIES: Record<string, number> = {
  'promotion.started': 1,
  'step.before': 1,
  'step.ran': 3,
  'step.intended': 1,
  'step.attempted': 1,
  'step.finished': 4,
  'promotion.finished': 1,
};
const DEATHS = Object.entries(BOUNDARIES).flatMap(([point, times]) =>
  Array.from({ length: times }, (_, index) => ({ point, time: index + 1 })),
);
const LAST = `1.0.${DEATHS.length}`;

/** Two stages promote at once: `timed` writes the time into its file, `plain` the version only. */
const STAGES = ['timed', 'plain'];
const PIPELINE = {
  stages: STAGES,
  auto: STAGES,
  time: ['timed'],
  sideBySide: true,
};

/**
 * One release after the other; each is to die at another boundary of its promotion into the stage. The next process
 * finishes it, and dies with the next.
 */
async function killEverywhere(
  world: HostWorld,
  options: { stage: string; lost: boolean },
): Promise<PromotionRow[]> {
  const { stage, lost } = options;
  let after: string | undefined;
  for (const [index, death] of DEATHS.entries()) {
    await world.release(`1.0.${index + 1}`);
    await world.host({ ...death, stage, after }).killed();
    if (lost) await world.loseWorkDirectory();
    after = (await world.store.promotions()).find(
      row => row.stage === stage,
    )?.name;
  }
  const host = world.host();
  try {
    return await world.store.arrived(LAST, STAGES);
  } finally {
    await host.kill();
  }
}

describe('invariants 2, 5 and 10: kill -9 of the process group at every boundary', () => {
  it.concurrent.each([
    { stage: 'timed', lost: true },
    { stage: 'timed', lost: false },
  ])(
    'of $stage, work directory lost: $lost — every promotion finishes by itself, its commit on the branch once',
    async options => {
      const world = await HostWorld.start(PIPELINE);
      try {
        const all = await killEverywhere(world, options);
        const killed = all.filter(row => row.stage === options.stage);
        expect(killed.map(row => row.phase)).toEqual(
          DEATHS.map(() => 'Succeeded'),
        );
        // beside it, a newer release takes the place of one that had not begun
        const ends = { Succeeded: 1, Superseded: 0 } as Record<string, number>;
        for (const { name, phase } of all)
          expect([name, phase, (await world.commitsOf(name)).length]).toEqual([
            name,
            phase,
            ends[phase],
          ]);
        expect(await world.store.chainFault()).toBeUndefined();
        const { before, after } = await world.store.rebuilt();
        expect(after).toEqual(before);
      } finally {
        await world.close();
      }
    },
  );
});
