import fc from 'fast-check';
import { FreightSources } from '../model/definition';
import { isAvailable, StageFacts } from './freightAvailability';

const HOUR = 3_600_000;
const NOW = 1_700_000_000_000;
const origin = { kind: 'Warehouse', name: 'main' } as const;

function ask(
  sources: Partial<FreightSources>,
  stages: Record<string, StageFacts>,
  waived = false,
) {
  const request = {
    origin,
    sources: {
      direct: false,
      stages: ['dev', 'qa'],
      requiredSoakMs: 0,
      availabilityStrategy: 'OneOf',
      selectionPolicy: 'NewestFreight',
      ...sources,
    } as FreightSources,
  };
  return isAvailable(
    {
      request,
      stageName: 'prod',
      freight: { name: 'f', origin },
      facts: { approvedForStage: waived, stages },
    },
    NOW,
  );
}

const verified: StageFacts = { verified: true };
const soaking = (ms: number): StageFacts => ({
  verified: true,
  sinceMs: NOW - ms,
});

describe('isAvailable', () => {
  it.each([
    [
      'direct',
      ask({ direct: true }, {}),
      true,
      'Stage prod takes freight directly from main.',
    ],
    [
      'a waiver',
      ask({}, {}, true),
      true,
      'A waiver lets this freight into prod.',
    ],
    [
      'one of two',
      ask({}, { qa: verified }),
      true,
      'Freight is verified in qa.',
    ],
    [
      'none of two',
      ask({}, {}),
      false,
      'Freight is not verified in dev or qa.',
    ],
    [
      'all, but one is missing',
      ask({ availabilityStrategy: 'All' }, { qa: verified }),
      false,
      'Freight is not verified in dev.',
    ],
    [
      'no upstream at all',
      ask({ stages: [] }, {}),
      false,
      'No upstream stage is named, so only a waiver can let this freight in.',
    ],
    [
      'All of nothing',
      ask({ stages: [], availabilityStrategy: 'All' }, {}),
      true,
      'No upstream stage is required.',
    ],
    [
      'soaked exactly',
      ask({ requiredSoakMs: HOUR }, { dev: soaking(HOUR) }),
      true,
      'Freight is verified and soaked for 1h in dev.',
    ],
    [
      'soaking',
      ask({ requiredSoakMs: HOUR }, { dev: soaking(HOUR / 2) }),
      false,
      'Freight has to soak 30m longer in dev.',
    ],
    [
      'left too early',
      ask(
        { requiredSoakMs: HOUR, stages: ['dev'] },
        { dev: { verified: true, longestSoakMs: 5 } },
      ),
      false,
      'Freight left dev before it had soaked there for 1h; promote it there again, or waive the soak.',
    ],
    [
      'soaked elsewhere',
      ask({ requiredSoakMs: HOUR }, { other: soaking(9 * HOUR) }),
      false,
      'Freight is not verified in dev or qa.',
    ],
  ])('%s', (_, answer, available, reason) => {
    expect(answer).toMatchObject({ available, reason });
  });

  it('says how long it takes: the nearest of one, the furthest of all', () => {
    const stages = { dev: soaking(HOUR / 2), qa: soaking(HOUR / 4) };
    expect(ask({ requiredSoakMs: HOUR }, stages).soakRemainingMs).toBe(
      HOUR / 2,
    );
    const all = ask(
      { requiredSoakMs: HOUR, availabilityStrategy: 'All' },
      stages,
    );
    expect(all).toMatchObject({
      soakRemainingMs: 0.75 * HOUR,
      missing: ['dev', 'qa'],
    });
  });

  it('refuses another origin, whatever else holds', () => {
    const question = {
      request: {
        origin: { ...origin, name: 'other' },
        sources: { direct: true } as FreightSources,
      },
      stageName: 'prod',
      freight: { name: 'f', origin },
      facts: { approvedForStage: true, stages: {} },
    };
    expect(isAvailable(question, NOW).available).toBe(false);
  });

  it('is available once the remaining time has passed', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: HOUR }),
        fc.nat({ max: 2 * HOUR }),
        fc.boolean(),
        (soaked, required, all) => {
          const sources = {
            requiredSoakMs: required,
            availabilityStrategy: all ? 'All' : 'OneOf',
          } as const;
          const stages = { dev: soaking(soaked), qa: soaking(soaked / 2) };
          const wait = ask(sources, stages).soakRemainingMs ?? 0;
          const later = Object.fromEntries(
            Object.entries(stages).map(([k, f]) => [
              k,
              { ...f, sinceMs: f.sinceMs! - wait },
            ]),
          );
          expect(ask(sources, later).available).toBe(true);
        },
      ),
    );
  });

  it('is monotone: what is verified besides, held longer or waived never closes a stage', () => {
    const names = ['dev', 'qa', 'other'];
    const stage = fc.record(
      {
        verified: fc.boolean(),
        sinceMs: fc.integer({ min: NOW - 2 * HOUR, max: NOW }),
        longestSoakMs: fc.nat({ max: 2 * HOUR }),
      },
      { requiredKeys: ['verified'] },
    );
    const stages = fc.dictionary(fc.constantFrom(...names), stage);
    const sources = fc.record({
      direct: fc.boolean(),
      stages: fc.subarray(['dev', 'qa']),
      requiredSoakMs: fc.nat({ max: 2 * HOUR }),
      availabilityStrategy: fc.constantFrom('OneOf' as const, 'All' as const),
    });
    const more = fc.record({
      verified: fc.boolean(),
      heldMs: fc.nat({ max: HOUR }),
      waived: fc.boolean(),
    });
    fc.assert(
      fc.property(
        sources,
        stages,
        fc.constantFrom(...names),
        more,
        (asked, facts, name, { verified: isVerified, heldMs, waived }) => {
          const before: StageFacts = facts[name] ?? { verified: false };
          const after: StageFacts = {
            verified: before.verified || isVerified,
            ...(before.sinceMs !== undefined && {
              sinceMs: before.sinceMs - heldMs,
            }),
            longestSoakMs: (before.longestSoakMs ?? 0) + heldMs,
          };
          if (!ask(asked, facts).available) return;
          const grown = { ...facts, [name]: after };
          expect(ask(asked, grown, waived).available).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
