import fc from 'fast-check';
import { MemoryStore } from './MemoryStore';
import { randomCommits } from './randomEntries';
import { expectRebuildToChangeNothing } from './rebuildProperty';

const histories = fc.array(fc.nat(), { maxLength: 60, size: 'max' });

describe('every projection equals its replay (invariant 5)', () => {
  it('whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async choices => {
        const store = new MemoryStore({ now: () => 0 });
        await expectRebuildToChangeNothing(store, 'shop', choices);
      }),
      { numRuns: 200 },
    );
  });

  it('is asked about every kind of move', () => {
    const verbs = new Set<string>();
    for (const choices of fc.sample(histories, { numRuns: 300, seed: 1 })) {
      for (const entry of randomCommits(choices).flat()) verbs.add(entry.verb);
    }
    expect(verbs.size).toBeGreaterThanOrEqual(20);
  });
});
