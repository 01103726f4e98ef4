import { sampleFreight } from '@stevedore/promotion-engine/testing';
import { callerNamed, createWorld } from '../__testUtils__/world';
import { GatekeepingService } from './GatekeepingService';

type Acts = Omit<
  GatekeepingService,
  'exportCalendar' | 'getCalendar' | 'whatIf'
>;

const freeze = {
  name: 'freeze',
  kind: 'Deny' as const,
  start: '2026-12-20T00:00:00Z',
  end: '2027-01-04T00:00:00Z',
  reason: 'holidays',
};
const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Year end',
  'DTSTART;VALUE=DATE:20261224',
  'DTEND;VALUE=DATE:20270102',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2',
  'SUMMARY:Broken',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');
const lock = { blocks: 'all' as const, reason: 'incident' };
const name = sampleFreight(2).name;

/** Every act, on a component and beyond; what the engine is asked, and the permission that it takes. */
const ACTS: [
  string,
  keyof Acts,
  object,
  'endWindow' | 'lock' | 'release' | 'report' | 'setWindow',
  string,
][] = [
  ['lock', 'setLock', { ...lock, project: 'shop' }, 'lock', 'stage.lock'],
  ['lock all', 'setLock', lock, 'lock', 'platform.lock'],
  [
    'release',
    'releaseLock',
    { id: 'l', project: 'shop' },
    'release',
    'stage.lock',
  ],
  ['release all', 'releaseLock', { id: 'l' }, 'release', 'platform.lock'],
  [
    'freeze',
    'setWindow',
    { ...freeze, project: 'shop', stages: 'prod' },
    'setWindow',
    'stage.freeze',
  ],
  ['freeze all', 'setWindow', freeze, 'setWindow', 'platform.freeze'],
  [
    'import',
    'importWindows',
    { calendar, reason: 'r' },
    'setWindow',
    'platform.freeze',
  ],
  [
    'end',
    'endWindow',
    { id: 'w', project: 'shop' },
    'endWindow',
    'stage.freeze',
  ],
  ['end all', 'endWindow', { id: 'w' }, 'endWindow', 'platform.freeze'],
  [
    'report',
    'reportTest',
    { project: 'shop', name, test: { name: 'e2e', outcome: 'passed' } },
    'report',
    'freight.test',
  ],
];

const run = (service: GatekeepingService, act: keyof Acts, input: object) =>
  (service[act] as (...args: unknown[]) => Promise<unknown>).bind(
    service,
    input,
  );

describe('what people do to gates', () => {
  it.each(ACTS)(
    '%s is done for a release manager',
    async (_, act, input, on) => {
      const { gatekeeping, held, auditor, succeeded } = await createWorld();
      await run(gatekeeping, act, input)(callerNamed('rhea'));
      expect(held[on]).toHaveBeenCalledTimes(1);
      expect(auditor.createEvent).toHaveBeenCalledTimes(1);
      expect(succeeded).toHaveBeenCalledTimes(1);
    },
  );

  it.each(ACTS)(
    '%s is refused to who may only see, and told to ledger and audit',
    async (_, act, input, on, permission) => {
      const { gatekeeping, engine, held, failed } = await createWorld();
      await expect(
        run(gatekeeping, act, input)(callerNamed('vera')),
      ).rejects.toThrow(`needs the permission stevedore.${permission}`);
      expect(held[on]).not.toHaveBeenCalled();
      expect(engine.denied).toHaveBeenCalledWith(
        expect.objectContaining({
          project: permission.startsWith('platform') ? '*' : 'shop',
          operation: `stevedore.${permission}`,
        }),
      );
      expect(failed).toHaveBeenCalledTimes(1);
    },
  );

  it('lets a developer lock the own component, and no more than that', async () => {
    const { gatekeeping, held } = await createWorld();
    const ada = callerNamed('ada');
    await gatekeeping.setLock({ ...lock, project: 'shop' }, ada);
    await expect(gatekeeping.setLock(lock, ada)).rejects.toThrow(
      'may not set or release locks beyond one component',
    );
    expect(held.lock).toHaveBeenCalledTimes(1);
  });

  it('takes entities by their refs, short or long', async () => {
    const { gatekeeping, held } = await createWorld();
    const entities = ['System:Payments', 'domain:shops/all'];
    await gatekeeping.setLock({ ...lock, entities }, callerNamed('rhea'));
    expect(held.lock).toHaveBeenCalledWith(
      expect.objectContaining({
        scope: { entities: ['system:default/payments', 'domain:shops/all'] },
      }),
    );
  });

  it.each(['payments', 'group:default/team', 'system:', ''])(
    'refuses "%s", of which nothing is part',
    async ref => {
      const { gatekeeping, held } = await createWorld();
      const rhea = callerNamed('rhea');
      const why = `${ref} is no component, system or domain: write it like`;
      await expect(
        gatekeeping.setLock({ ...lock, entities: [ref] }, rhea),
      ).rejects.toThrow(why);
      await expect(
        gatekeeping.setWindow({ ...freeze, entities: [ref] }, rhea),
      ).rejects.toThrow(why);
      expect(held.lock).not.toHaveBeenCalled();
      expect(held.setWindow).not.toHaveBeenCalled();
    },
  );

  it('refuses what concerns a pipeline that is not there', async () => {
    const { gatekeeping } = await createWorld();
    await expect(
      gatekeeping.setLock({ ...lock, project: 'nope' }, callerNamed('rhea')),
    ).rejects.toThrow('There is no pipeline called nope.');
  });

  it('imports what is a window, and says what is not', async () => {
    const { gatekeeping, held } = await createWorld();
    const ask = { calendar, zone: 'Europe/Berlin', reason: 'holidays' };
    const { skipped, windows } = await gatekeeping.importWindows(
      ask,
      callerNamed('rhea'),
    );
    expect(windows).toHaveLength(1);
    expect(skipped).toEqual([{ name: 'Broken', why: 'it has no DTSTART' }]);
    expect(held.setWindow).toHaveBeenCalledWith(
      expect.objectContaining({
        project: '*',
        reason: 'holidays',
        window: {
          name: 'Year end',
          kind: 'Deny',
          dtstart: 'TZID=Europe/Berlin:20261224T000000',
          dtend: 'TZID=Europe/Berlin:20270102T000000',
        },
      }),
    );
  });

  it.each([
    ['setWindow', { ...freeze, start: 'soon' }, 'is no moment'],
    ['importWindows', { calendar: 'x', reason: 'r' }, 'That is no calendar'],
  ] as const)('refuses to %s what cannot be read', async (act, input, why) => {
    const { gatekeeping, held } = await createWorld();
    await expect(
      run(gatekeeping, act, input)(callerNamed('rhea')),
    ).rejects.toThrow(why);
    expect(held.setWindow).not.toHaveBeenCalled();
  });
});

describe('the calendar', () => {
  it('is for who may read, and says what the reader cannot do', async () => {
    const { gatekeeping } = await createWorld();
    const { whyNot } = await gatekeeping.getCalendar(
      { project: 'shop' },
      callerNamed('vera'),
    );
    expect(whyNot).toEqual({
      lock: expect.stringContaining('stevedore.stage.lock'),
      freeze: expect.stringContaining('stevedore.stage.freeze'),
    });
    await expect(
      gatekeeping.getCalendar({}, callerNamed('vera')),
    ).rejects.toThrow('stevedore.platform.read');
    await expect(
      gatekeeping.exportCalendar({ project: 'shop' }, callerNamed('stranger')),
    ).rejects.toThrow('stevedore.pipeline.read');
  });

  it('has at most 400 days', async () => {
    const { gatekeeping } = await createWorld();
    const ask = { from: '2026-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' };
    await expect(
      gatekeeping.getCalendar(ask, callerNamed('rhea')),
    ).rejects.toThrow('at most 400 days');
  });
});

it('says what every gate would say', async () => {
  const { gatekeeping, held } = await createWorld();
  const ask = { project: 'shop', stage: 'prod', freight: name };
  await expect(
    gatekeeping.whatIf(ask, callerNamed('vera')),
  ).resolves.toMatchObject({ open: true, stage: 'prod' });
  expect(held.whatIf).toHaveBeenCalledWith(ask);
  await expect(
    gatekeeping.whatIf(ask, callerNamed('stranger')),
  ).rejects.toThrow('stevedore.pipeline.read');
});
