import { PromotionWindow } from '../../../model/promotionWindow';
import {
  evaluateWindows,
  occurrencesOf,
  readCalendar,
  writeCalendar,
} from '..';

const STAMP = '2026-05-04T12:00:00.000Z';

const WINDOWS: PromotionWindow[] = [
  {
    name: 'Year end, all; of us',
    kind: 'Deny',
    dtstart: '20261220T000000Z',
    dtend: '20270104T000000Z',
  },
  {
    name: 'office hours',
    kind: 'Allow',
    dtstart: 'TZID=Europe/Berlin:20260105T090000',
    dtend: 'TZID=Europe/Berlin:20260105T170000',
    rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  },
  {
    name: 'Cairo',
    kind: 'Deny',
    dtstart: 'TZID=Africa/Cairo:20220701T120000',
    dtend: 'TZID=Africa/Cairo:20220701T130000',
    rrule: 'FREQ=MONTHLY;COUNT=60',
  },
];

function file(windows: PromotionWindow[]): string {
  const events = windows.map((window, index) => ({
    uid: `${index}@stevedore`,
    window,
    description: 'set by user:default/ada: holidays',
    link: 'https://acme.example/freeze',
  }));
  return writeCalendar(events, STAMP);
}

function event(...lines: string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Acme//EN',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTAMP:20260101T000000Z',
    'SUMMARY:Holidays',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

describe('iCalendar', () => {
  it('gives back what was written', () => {
    const read = readCalendar(file(WINDOWS), { kind: 'Deny' });
    expect(read.skipped).toEqual([]);
    const day = (text: string) => Date.parse(text);
    expect(read.windows.map(({ name, kind }) => [name, kind])).toEqual(
      WINDOWS.map(({ name, kind }) => [name, kind]),
    );
    for (const [index, window] of WINDOWS.entries()) {
      const between = { from: day('2022-01-01'), to: day('2028-01-01') };
      expect(occurrencesOf(read.windows[index], between, 2000)).toEqual(
        occurrencesOf(window, between, 2000),
      );
    }
  });

  it('writes the zones with every change of their clocks', () => {
    const text = file(WINDOWS);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toContain('TZID:Europe/Berlin');
    expect(text).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT',
    );
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260105T090000');
    // Cairo had no summer time until 2023
    expect(text).not.toContain('DTSTART:2022');
    expect(text).toContain('DTSTART:20230428T000000');
    expect(text).toContain('X-STEVEDORE-KIND:Allow');
  });

  it.each([
    [
      'a day is from midnight to midnight of the zone',
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'],
      {
        dtstart: 'TZID=Europe/Berlin:20261224T000000',
        dtend: 'TZID=Europe/Berlin:20261227T000000',
      },
    ],
    [
      'one day alone has no end',
      ['DTSTART;VALUE=DATE:20261224'],
      { dtend: 'TZID=Europe/Berlin:20261225T000000' },
    ],
    [
      'a duration in the place of an end',
      ['DTSTART:20261224T180000Z', 'DURATION:PT90M'],
      { dtstart: '20261224T180000Z', dtend: '20261224T193000Z' },
    ],
    [
      'a zone of its own, and a rule',
      [
        'DTSTART;TZID=America/New_York:20261127T080000',
        'DTEND;TZID=America/New_York:20261127T200000',
        'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
      ],
      {
        dtstart: 'TZID=America/New_York:20261127T080000',
        rrule: 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
      },
    ],
    [
      'a clock of no zone is that of the asker',
      ['DTSTART:20261224T180000', 'DTEND:20261224T190000'],
      { dtstart: 'TZID=Europe/Berlin:20261224T180000' },
    ],
  ])('%s', (_, lines, window) => {
    const read = readCalendar(event(...lines), {
      kind: 'Deny',
      zone: 'Europe/Berlin',
    });
    expect(read).toMatchObject({ windows: [window], skipped: [] });
  });

  it.each([
    [['DTSTART:20261224T180000Z', 'STATUS:CANCELLED'], 'cancelled'],
    [
      ['DTSTART:20261224T180000Z', 'DURATION:PT1H', 'EXDATE:20261225T180000Z'],
      'EXDATE',
    ],
    [
      ['DTSTART;TZID=Mars/Base:20261224T180000', 'DURATION:PT1H'],
      'the name of the zone',
    ],
    [['DTSTART:20261224T180000Z'], 'ends before it starts'],
    [[], 'no DTSTART'],
  ])('skips %j', (lines, why) => {
    const { windows, skipped } = readCalendar(event(...lines), {
      kind: 'Deny',
    });
    expect(windows).toEqual([]);
    expect(skipped).toEqual([
      { name: 'Holidays', why: expect.stringContaining(why) },
    ]);
  });

  it.each(['', 'hello', 'BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n'])(
    'refuses %j',
    text => {
      expect(() => readCalendar(text, { kind: 'Deny' })).toThrow(
        'That is no calendar',
      );
    },
  );

  it('is a window like any other', () => {
    const text = event(
      'DTSTART;VALUE=DATE:20261224',
      'DTEND;VALUE=DATE:20261227',
    );
    const { windows } = readCalendar(text, { kind: 'Deny' });
    expect(evaluateWindows(windows, Date.parse('2026-12-25'))).toMatchObject({
      open: false,
      closedBy: ['Holidays'],
    });
  });
});
