import fc from 'fast-check';
import { PromotionRow } from '../../model/rows';
import { QueuePolicy } from '../../model/queuePolicy';
import { batchLeavesAt, promotionsAhead, supersededInQueue } from '.';

const HOUR = 60 * 60_000;
const NOON = Date.UTC(2026, 4, 4, 12);

interface Sketch {
  phase?: PromotionRow['phase'];
  automatic?: boolean;
  origin?: string;
  rollback?: boolean;
  /** Milliseconds before noon. */
  ago?: number;
}

/** Named in the order that they were asked for. */
const rows = (...sketches: Sketch[]): PromotionRow[] =>
  sketches.map(
    ({ phase, automatic, origin, rollback, ago }, index) =>
      ({
        name: `dev.${index}`,
        phase: phase ?? 'Pending',
        automatic: automatic ?? true,
        freight: { origin: { kind: 'Warehouse', name: origin ?? 'web' } },
        requestedAt: new Date(NOON - (ago ?? 0)).toISOString(),
        ...(rollback && { rollback: { freight: 'x' } }),
      } as unknown as PromotionRow),
  );

interface Queue {
  policy?: QueuePolicy;
  /** By a window or a lock. */
  keptBack?: boolean;
}

const given = (
  open: PromotionRow[],
  { policy, keptBack = false }: Queue = {},
): Record<string, string> =>
  Object.fromEntries(
    supersededInQueue(open, { policy, keptBack, now: NOON }).map(
      ({ promotion, by }) => [promotion.name, by.name],
    ),
  );

const person = { automatic: false };
const newest: Queue = { policy: { kind: 'newest' } };
const inOrder: QueuePolicy = { kind: 'inOrder' };
const hourly: QueuePolicy = { kind: 'batch', everyMs: HOUR };

describe('what gives its place to something newer', () => {
  const table: [string, PromotionRow[], Record<string, string>, Queue?][] = [
    [
      'what a policy wants',
      rows({}, {}, {}),
      { 'dev.0': 'dev.2', 'dev.1': 'dev.2' },
    ],
    ['nothing that a person asked for', rows(person, person), {}],
    [
      'what a person asked for, after a lock',
      rows(person, person),
      { 'dev.0': 'dev.1' },
      { keptBack: true },
    ],
    [
      'what a person asked for, where only the newest goes',
      rows(person, person),
      { 'dev.0': 'dev.1' },
      newest,
    ],
    [
      'nothing to what a policy wants, where a person asked',
      rows(person, {}),
      {},
      newest,
    ],
    [
      'what a policy wants, to a person',
      rows({}, person),
      { 'dev.0': 'dev.1' },
    ],
    ['nothing of another origin', rows({}, { origin: 'api' }), {}, newest],
    ['nothing in order', rows({}, {}), {}, { policy: inOrder }],
    [
      'no rollback, and nothing to one',
      rows({ rollback: true }, {}, { rollback: true }),
      {},
      newest,
    ],
    [
      'nothing that runs or waits for people',
      rows({ phase: 'Running' }, { phase: 'Requested' }, {}),
      {},
      newest,
    ],
    [
      'nothing of a batch that has not left',
      rows({}, {}),
      {},
      { policy: hourly },
    ],
    [
      'what left with the same batch',
      rows({ ago: HOUR }, { ago: HOUR / 2 }),
      { 'dev.0': 'dev.1' },
      { policy: hourly },
    ],
    [
      'nothing to a later batch',
      rows({ ago: HOUR }, {}),
      {},
      { policy: hourly },
    ],
  ];

  it.each(table.map(([name, ...rest]) => ({ name, rest })))(
    '$name',
    ({ rest: [open, expected, queue] }) => {
      expect(given(open, queue)).toEqual(expected);
    },
  );
});

describe('when a batch leaves', () => {
  const at = (ago: number, policy: QueuePolicy | undefined = hourly) =>
    batchLeavesAt(policy, rows({ ago })[0]);

  it.each([
    [0, NOON + HOUR],
    [1, NOON],
    [HOUR - 1, NOON],
    [HOUR, NOON],
    [HOUR + 1, NOON - HOUR],
  ])('asked for %i ms before noon', (ago, moment) => {
    expect(at(ago)).toBe(moment);
  });

  it('is after the request, by no more than its length, and the same for all of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60_000, max: 168 * HOUR }),
        fc.integer({ min: 0, max: 1e11 }),
        (everyMs, ago) => {
          const left = at(ago, { kind: 'batch', everyMs })!;
          expect(left).toBeGreaterThan(NOON - ago);
          expect(left - everyMs).toBeLessThanOrEqual(NOON - ago);
          expect(left % everyMs).toBe(0);
        },
      ),
    );
  });

  it('is never said of a rollback or another policy', () => {
    expect(batchLeavesAt(hourly, rows({ rollback: true })[0])).toBeUndefined();
    expect(batchLeavesAt(inOrder, rows({})[0])).toBeUndefined();
    expect(batchLeavesAt(undefined, rows({})[0])).toBeUndefined();
  });
});

describe('what goes before a promotion', () => {
  const ahead = (open: PromotionRow[], of: number) =>
    promotionsAhead(open, open[of]).map(({ name }) => name);

  it.each<[string, PromotionRow[], number, string[]]>([
    ['what is older', rows({}, {}, {}), 1, ['dev.0']],
    [
      'what runs, though it is newer',
      rows({}, { phase: 'Running' }),
      0,
      ['dev.1'],
    ],
    [
      'a rollback, though it is newer',
      rows({}, { rollback: true }),
      0,
      ['dev.1'],
    ],
    ['nothing else, for a rollback', rows({}, { rollback: true }), 1, []],
    ['nothing that waits for people', rows({ phase: 'Requested' }, {}), 1, []],
  ])('%s', (_, open, of, names) => {
    expect(ahead(open, of)).toEqual(names);
  });

  it('is an order: of two that wait, one goes first', () => {
    const sketch = fc.record({
      automatic: fc.boolean(),
      rollback: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(sketch, { minLength: 2, maxLength: 6 }),
        sketches => {
          const open = rows(...sketches);
          const counts = open.map((_, of) => ahead(open, of).length);
          expect([...counts].sort()).toEqual(open.map((_, index) => index));
        },
      ),
    );
  });
});
