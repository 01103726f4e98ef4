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
import { CalendarWindow } from '@stevedore/promotion-engine';
import { Caller, InFreight } from '../StevedoreService';

/** A window of the platform's configuration, with where it counts in words. */
export interface PlatformWindow extends CalendarWindow {
  scope: string;
}

/**
 * Gates, and what people and bots do to them.
 * @throws errors of `@backstage/errors` with one sentence.
 */
export interface GatekeepingService {
  whatIf(input: WhatIfRequest, caller: Caller): Promise<GateAnswer>;
  reportTest(
    input: InFreight & { test: TestAsk },
    caller: Caller,
  ): Promise<FreightSummary>;
  getCalendar(input: CalendarRequest, caller: Caller): Promise<Calendar>;
  exportCalendar(
    input: Pick<CalendarRequest, 'project'>,
    caller: Caller,
  ): Promise<string>;
  setWindow(input: WindowAsk, caller: Caller): Promise<CalendarWindowItem>;
  importWindows(input: ImportAsk, caller: Caller): Promise<Imported>;
  endWindow(
    input: { id: string } & EndAsk,
    caller: Caller,
  ): Promise<CalendarWindowItem>;
  setLock(input: LockAsk, caller: Caller): Promise<LockItem>;
  releaseLock(
    input: { id: string } & ReleaseAsk,
    caller: Caller,
  ): Promise<LockItem>;
}
