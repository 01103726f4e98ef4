import { CalendarRequest, InProject, WhatIfRequest } from '../requests';
import {
  Calendar,
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
  WindowAsk,
} from '../types';
import { CallOptions } from './transport';

/** Gates, and what people and bots do to them: locks, windows, results of tests. */
export interface GatekeepingApi {
  /** What every gate says, or would say at a later moment. */
  whatIf(request: WhatIfRequest, options?: CallOptions): Promise<GateAnswer>;
  /** `name`: name or alias of the freight; `test` is what was found out. */
  reportTest(
    request: InProject & { freight: string; test: TestAsk },
    options?: CallOptions,
  ): Promise<FreightSummary>;
  getCalendar(
    request: CalendarRequest,
    options?: CallOptions,
  ): Promise<Calendar>;
  /** @returns the text of an iCalendar file */
  exportCalendar(
    request: Pick<CalendarRequest, 'project'>,
    options?: CallOptions,
  ): Promise<string>;
  setWindow(
    request: WindowAsk,
    options?: CallOptions,
  ): Promise<CalendarWindowItem>;
  importWindows(request: ImportAsk, options?: CallOptions): Promise<Imported>;
  endWindow(
    request: { id: string } & EndAsk,
    options?: CallOptions,
  ): Promise<CalendarWindowItem>;
  setLock(request: LockAsk, options?: CallOptions): Promise<LockItem>;
  /** Refused with a question when promotions wait behind it and `queue` is not said. */
  releaseLock(
    request: { id: string } & ReleaseAsk,
    options?: CallOptions,
  ): Promise<LockItem>;
}
