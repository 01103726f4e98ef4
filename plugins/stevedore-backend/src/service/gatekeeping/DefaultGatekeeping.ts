import { InputError } from '@backstage/errors';
import {
  Calendar,
  CalendarRequest,
  CalendarWindowItem,
  EndAsk,
  FreightSummary,
  GateAnswer,
  ImportAsk,
  Imported,
  LockAsk,
  LockItem,
  ReleaseAsk,
  TestAsk,
  WhatIfRequest,
  WindowAsk,
} from '@stevedore/plugin-stevedore-common';
import {
  Gatekeeping,
  LockRow,
  PLATFORM,
  PromotionWindow,
  readCalendar,
  readMoment,
  WindowRow,
  writeCalendar,
} from '@stevedore/promotion-engine';
import { calendarWindowOf, toLock, toWindow } from '../../mappers/calendar';
import { toFreightSummary } from '../../mappers/freight';
import { toGateAnswer } from '../../mappers/plan';
import { ServiceDeps } from '../ServiceDeps';
import { Caller, InFreight } from '../StevedoreService';
import { withHttpErrors } from '../withHttpErrors';
import { GatekeepingService, PlatformWindow } from './GatekeepingService';
import { platformCalendar, projectCalendar, timeOf } from './readCalendarOf';
import { scopeOf, scopeText } from './scopeOf';

interface Deps {
  gatekeeping: Gatekeeping;
  platformWindows: readonly PlatformWindow[];
  reading: ServiceDeps;
}

/** Reads from projections, acts through the engine; authorises nobody. */
export class DefaultGatekeeping implements GatekeepingService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async whatIf(input: WhatIfRequest): Promise<GateAnswer> {
    const { gatekeeping, reading } = this.#deps;
    const report = await withHttpErrors(() => gatekeeping.whatIf(input));
    const at = input.at ?? new Date(reading.clock.now()).toISOString();
    return toGateAnswer(report, { ...input, at });
  }

  async reportTest(
    { project, name, test }: InFreight & { test: TestAsk },
    { actor }: Caller,
  ): Promise<FreightSummary> {
    const freight = await withHttpErrors(() =>
      this.#deps.gatekeeping.report({
        project,
        freight: name,
        result: test,
        actor,
      }),
    );
    return toFreightSummary(freight);
  }

  async getCalendar(input: CalendarRequest): Promise<Calendar> {
    const { reading, platformWindows } = this.#deps;
    const { project } = input;
    const time = timeOf(reading, input);
    const found =
      project === undefined
        ? await platformCalendar(reading, platformWindows, time)
        : await projectCalendar(reading, project, time);
    const iso = (moment: number) => new Date(moment).toISOString();
    return {
      project,
      from: iso(time.from),
      to: iso(time.to),
      ...found,
      whyNot: {},
    };
  }

  async exportCalendar(
    input: Pick<CalendarRequest, 'project'>,
  ): Promise<string> {
    const { windows } = await this.getCalendar(input);
    const events = windows.map(window => ({
      uid: `${
        window.id ?? `${window.by ?? input.project}/${window.name}`
      }@stevedore`,
      window: {
        name: window.name,
        kind: window.kind,
        dtstart: window.start,
        dtend: window.end,
        rrule: window.rrule,
      },
      description: window.sentence,
      link: window.link,
    }));
    const stamp = new Date(this.#deps.reading.clock.now()).toISOString();
    return writeCalendar(events, stamp);
  }

  async setWindow(
    { name, kind, start, end, zone, rrule, ...input }: WindowAsk,
    caller: Caller,
  ): Promise<CalendarWindowItem> {
    const window = inputOf(() => ({
      name,
      kind,
      dtstart: readMoment(start, zone),
      dtend: readMoment(end, zone),
      rrule,
    }));
    return this.#set(window, input, caller);
  }

  async importWindows(
    { calendar, kind = 'Deny', zone, ...input }: ImportAsk,
    caller: Caller,
  ): Promise<Imported> {
    const read = inputOf(() => readCalendar(calendar, { kind, zone }));
    const windows: CalendarWindowItem[] = [];
    for (const window of read.windows)
      windows.push(await this.#set(window, input, caller));
    return { windows, skipped: read.skipped };
  }

  async endWindow(
    { project = PLATFORM, ...input }: { id: string } & EndAsk,
    { actor }: Caller,
  ): Promise<CalendarWindowItem> {
    const row = await withHttpErrors(() =>
      this.#deps.gatekeeping.endWindow({ ...input, project, actor }),
    );
    return this.#window(row);
  }

  async setLock(
    { blocks, until, reason, link, ...where }: LockAsk,
    { actor }: Caller,
  ): Promise<LockItem> {
    const row = await withHttpErrors(() =>
      this.#deps.gatekeeping.lock({
        ...scopeOf(where),
        blocks,
        until,
        reason,
        link,
        actor,
      }),
    );
    return lockItem(row);
  }

  async releaseLock(
    { project = PLATFORM, ...input }: { id: string } & ReleaseAsk,
    { actor }: Caller,
  ): Promise<LockItem> {
    const row = await withHttpErrors(() =>
      this.#deps.gatekeeping.release({ ...input, project, actor }),
    );
    return lockItem(row);
  }

  async #set(
    window: PromotionWindow,
    {
      rollbacks,
      reason,
      link,
      ...where
    }: Pick<WindowAsk, 'link' | 'reason' | 'rollbacks'> &
      Parameters<typeof scopeOf>[0],
    { actor }: Caller,
  ): Promise<CalendarWindowItem> {
    const row = await withHttpErrors(() =>
      this.#deps.gatekeeping.setWindow({
        ...scopeOf(where),
        window,
        rollbacks,
        reason,
        link,
        actor,
      }),
    );
    return this.#window(row);
  }

  #window(row: WindowRow): CalendarWindowItem {
    return toWindow(calendarWindowOf(row), {
      ...timeOf(this.#deps.reading, {}),
      project: row.project === PLATFORM ? undefined : row.project,
      scope: scopeText(row.project, row.scope),
      at: row.at,
    });
  }
}

const lockItem = (row: LockRow): LockItem =>
  toLock(row, { scope: scopeText(row.project, row.scope) });

/** @throws InputError for what people wrote that cannot be read */
function inputOf<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}
