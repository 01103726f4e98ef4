import fc from 'fast-check';
import { PromotionWindow } from '../../model/promotionWindow';
import { evaluateWindows } from './evaluateWindows';

const HOUR = 60 * 60 * 1000;

function window(change: Partial<PromotionWindow>): PromotionWindow {
  return {
    name: 'freeze',
    kind: 'Deny',
    dtstart: '20260101T090000Z',
    dtend: '20260101T170000Z',
    ...change,
  };
}

function at(windows: PromotionWindow[], now: string) {
  const { open, changesAt, closedBy } = evaluateWindows(
    windows,
    Date.parse(now),
  );
  return {
    open,
    closedBy,
    changesAt: changesAt && new Date(changesAt).toISOString(),
  };
}

describe('evaluateWindows', () => {
  it('is open without windows, for ever', () => {
    expect(at([], '2026-01-01T00:00:00Z')).toEqual({
      open: true,
      closedBy: [],
      changesAt: undefined,
    });
  });

  it('includes the start and excludes the end', () => {
    const windows = [window({})];
    expect(at(windows, '2026-01-01T08:59:59.999Z').open).toBe(true);
    expect(at(windows, '2026-01-01T09:00:00Z')).toEqual({
      open: false,
      closedBy: ['freeze'],
      changesAt: '2026-01-01T17:00:00.000Z',
    });
    expect(at(windows, '2026-01-01T17:00:00Z').open).toBe(true);
  });

  it('names the Allow windows that are waited for, and Deny before them', () => {
    const allow = window({ name: 'office hours', kind: 'Allow' });
    expect(at([allow], '2026-01-01T08:00:00Z')).toEqual({
      open: false,
      closedBy: ['office hours'],
      changesAt: '2026-01-01T09:00:00.000Z',
    });
    expect(at([allow, window({})], '2026-01-01T10:00:00Z').closedBy).toEqual([
      'freeze',
    ]);
  });

  it.each([
    // Berlin has no 02:30 on 2026-03-29
    [
      'a local time that does not exist: no instance that day',
      {
        dtstart: 'TZID=Europe/Berlin:20260328T023000',
        dtend: 'TZID=Europe/Berlin:20260328T024500',
        rrule: 'FREQ=DAILY',
      },
      '2026-03-29T00:00:00Z',
      '2026-03-30T00:30:00.000Z',
    ],
    [
      'a local time that is there twice: the first',
      {
        dtstart: 'TZID=Europe/Berlin:20261024T023000',
        dtend: 'TZID=Europe/Berlin:20261024T024500',
        rrule: 'FREQ=DAILY',
      },
      '2026-10-25T00:00:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'a leap day: only in leap years',
      {
        dtstart: '20240229T000000Z',
        dtend: '20240229T010000Z',
        rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      },
      '2027-03-01T00:00:00Z',
      '2028-02-29T00:00:00.000Z',
    ],
    [
      'the end of a year',
      {
        dtstart: '20251231T230000Z',
        dtend: '20260101T010000Z',
        rrule: 'FREQ=YEARLY',
      },
      '2026-12-31T22:00:00Z',
      '2026-12-31T23:00:00.000Z',
    ],
    [
      'a zone whose rules changed: Cairo has summer time again since 2023',
      {
        dtstart: 'TZID=Africa/Cairo:20220701T120000',
        dtend: 'TZID=Africa/Cairo:20220701T130000',
        rrule: 'FREQ=DAILY',
      },
      '2026-07-01T00:00:00Z',
      '2026-07-01T09:00:00.000Z',
    ],
    [
      'a zone whose rules changed: São Paulo has no summer time any more since 2019',
      {
        dtstart: 'TZID=America/Sao_Paulo:20180101T120000',
        dtend: 'TZID=America/Sao_Paulo:20180101T130000',
        rrule: 'FREQ=DAILY',
      },
      '2026-01-10T00:00:00Z',
      '2026-01-10T15:00:00.000Z',
    ],
    [
      'the same zone, when it still had it',
      {
        dtstart: 'TZID=America/Sao_Paulo:20180101T120000',
        dtend: 'TZID=America/Sao_Paulo:20180101T130000',
        rrule: 'FREQ=DAILY',
      },
      '2019-01-10T00:00:00Z',
      '2019-01-10T14:00:00.000Z',
    ],
    [
      'a zone that skipped a day: Samoa had no 2011-12-30',
      {
        dtstart: 'TZID=Pacific/Apia:20111228T100000',
        dtend: 'TZID=Pacific/Apia:20111228T110000',
        rrule: 'FREQ=DAILY',
      },
      // ten on the 29th is still behind the date line, the next is ten on the 31st before it
      '2011-12-29T22:00:00Z',
      '2011-12-30T20:00:00.000Z',
    ],
    [
      'a clock that moves by half an hour: Lord Howe, inside its gap',
      {
        dtstart: 'TZID=Australia/Lord_Howe:20261003T021500',
        dtend: 'TZID=Australia/Lord_Howe:20261003T022000',
        rrule: 'FREQ=DAILY',
      },
      '2026-10-03T00:00:00Z',
      // there is no 02:15 on the 4th
      '2026-10-04T15:15:00.000Z',
    ],
    [
      'a first instance at a time that does not exist: after the gap',
      {
        dtstart: 'TZID=Europe/Berlin:20260329T023000',
        dtend: 'TZID=Europe/Berlin:20260329T040000',
      },
      '2026-03-28T00:00:00Z',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'the last day of February: the 29th in a leap year',
      {
        dtstart: '20240131T000000Z',
        dtend: '20240131T010000Z',
        rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
      },
      '2028-02-28T12:00:00Z',
      '2028-02-29T00:00:00.000Z',
    ],
    [
      'the 31st: months without one have none',
      {
        dtstart: '20260131T000000Z',
        dtend: '20260131T010000Z',
        rrule: 'FREQ=MONTHLY',
      },
      '2026-02-01T00:00:00Z',
      '2026-03-31T00:00:00.000Z',
    ],
    [
      'the end of a year on the clock of a zone: it is still last year in UTC',
      {
        dtstart: 'TZID=Pacific/Auckland:20260101T000000',
        dtend: 'TZID=Pacific/Auckland:20260101T120000',
        rrule: 'FREQ=YEARLY',
      },
      '2026-12-31T00:00:00Z',
      '2026-12-31T11:00:00.000Z',
    ],
    [
      'week 53, which few years have',
      {
        dtstart: '20201228T000000Z',
        dtend: '20201229T000000Z',
        rrule: 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO',
      },
      '2026-12-01T00:00:00Z',
      '2026-12-28T00:00:00.000Z',
    ],
  ])('%s', (_, change, now, changesAt) => {
    expect(at([window(change)], now)).toMatchObject({ open: true, changesAt });
  });

  it('keeps the length of the first instance when the clock changes inside', () => {
    const night = window({
      dtstart: 'TZID=Europe/Berlin:20260327T220000',
      dtend: 'TZID=Europe/Berlin:20260328T060000',
      rrule: 'FREQ=DAILY',
    });
    // eight hours from 22:00 over the change end at 07:00 on the clock
    expect(at([night], '2026-03-29T00:00:00Z').changesAt).toBe(
      '2026-03-29T05:00:00.000Z',
    );
  });

  it('takes instances that touch for one', () => {
    const always = window({
      dtend: '20260102T090000Z',
      rrule: 'FREQ=DAILY',
    });
    expect(at([always], '2026-06-01T00:00:00Z')).toMatchObject({
      open: false,
      changesAt: undefined,
    });
  });

  it.each([
    [{ dtstart: '2026-01-01' }, 'is no date-time: write 20260101T090000Z'],
    [{ dtstart: 'TZID=Mars/Base:20260101T090000' }, 'the name of the zone'],
    [{ dtstart: '20260230T090000Z' }, 'does not exist'],
    [{ dtend: '20260101T090000Z' }, 'ends before it starts'],
    [{ rrule: 'FREQ=SOMETIMES' }, /FREQ|SOMETIMES/i],
  ])('refuses %j', (change, sentence) => {
    expect(() => at([window(change)], '2026-01-01T00:00:00Z')).toThrow(
      sentence,
    );
  });

  it('stays as it is until the change that it names (property)', () => {
    const anyWindow = fc.record({
      name: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom('Allow' as const, 'Deny' as const),
      dtstart: fc.constantFrom('20260101T000000Z', '20260103T060000Z'),
      dtend: fc.constantFrom('20260103T120000Z', '20260105T000000Z'),
      rrule: fc.constantFrom(
        'FREQ=WEEKLY;BYDAY=MO,TH',
        'FREQ=MONTHLY;BYMONTHDAY=-1',
        'FREQ=DAILY;INTERVAL=9;COUNT=4',
      ),
    });
    fc.assert(
      fc.property(
        fc.array(anyWindow, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 24 * 60 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (windows, hours, part) => {
          const now = Date.UTC(2026, 0, 1) + hours * HOUR;
          const { open, changesAt } = evaluateWindows(windows, now);
          const end = changesAt ?? now + 100 * 24 * HOUR;
          const between = now + Math.floor((end - now - 1) * part);
          expect(evaluateWindows(windows, between).open).toBe(open);
          if (changesAt) {
            expect(evaluateWindows(windows, changesAt).open).toBe(!open);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
