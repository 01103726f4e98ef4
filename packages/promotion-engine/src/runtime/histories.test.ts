import fc from 'fast-check';
import { chainFault } from '../decide/ledgerChain';
import { Store } from '../ports/store';
import { everyRow } from '../testing';
import { EngineWorldOptions } from './testing/EngineWorld';
import { NEEDS } from './testing/histories/cast';
import { histories } from './testing/histories/acts';
import { HistoryWorld } from './testing/histories/HistoryWorld';

// a history is a hundred promotions and more; a busy machine takes its time for that
jest.setTimeout(300_000);

/** The chain verifies, and what is folded anew from it are the same rows. */
async function expectReplayToChangeNothing(store: Store): Promise<void> {
  const entries = await store.entries('web', { limit: 10_000 });
  expect(chainFault(entries)).toBeUndefined();
  const before = await everyRow(store, 'web');
  await store.rebuild('web');
  expect(await everyRow(store, 'web')).toEqual(before);
}

/** Drawn from one seed, so that what the histories reached can be asserted. */
const SEED = 20260302;

async function run(
  numRuns: number,
  options: Partial<EngineWorldOptions> = {},
  claims: string[] = [],
): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(histories, async acts => {
      const real = new HistoryWorld(options, claims);
      try {
        await real.start();
        await fc.asyncModelRun(() => ({ model: {}, real }), acts);
        await expectReplayToChangeNothing(real.world.store);
      } finally {
        await real.world.close();
        for (const [what, count] of Object.entries(real.oracle.seen))
          seen[what] = (seen[what] ?? 0) + count;
      }
    }),
    { numRuns, seed: SEED, endOnFailure: true },
  );
  return seen;
}

it('invariants 3, 4 and 5: nothing that random people do in random order brings freight past a gate', async () => {
  const seen = await run(40);
  // a history that goes nowhere proves nothing
  for (const what of [
    'dev: Succeeded',
    'staging: Succeeded',
    'prod: Succeeded',
    'dev: Errored',
    'prod: Rejected',
    'goes back itself',
    'is taken back',
    'rollback.skipped',
    'promotion.restored',
    'freight.waived',
    'freight.quarantined',
    'approval.withdrawn',
    'lock.set',
    'window.set',
    'refused',
  ])
    expect([what, seen[what] ?? 0]).not.toEqual([what, 0]);
});

describe('an engine with a planted bug is found out', () => {
  /** What the oracle holds against a history that such an engine allowed. */
  const faultOf = (...bug: [Partial<EngineWorldOptions>, string[]?]) =>
    run(200, ...bug).then(
      () => 'nothing',
      error => String(error.cause),
    );

  it.each([
    ['quarantine', /is quarantined/],
    ['availability', /was never verified in/],
    ['soak', /did not soak in staging/],
    ['locks', /is locked/],
    ['windows', /is frozen/],
  ])('without the gate of %s', async (gate, fault) => {
    expect(await faultOf({ withoutGates: [gate] })).toMatch(fault);
  });

  it('when everybody is taken for a release manager and an owner', async () => {
    expect(await faultOf({}, NEEDS.promotion)).toMatch(/it needs group:/);
  });
});
