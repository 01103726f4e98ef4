import { AuditorService } from '@backstage/backend-plugin-api';
import {
  CalendarRequest,
  EndAsk,
  ImportAsk,
  LockAsk,
  ReleaseAsk,
  TestAsk,
  WhatIfRequest,
  WindowAsk,
} from '@stevedore/plugin-stevedore-common';
import { JsonObject } from '@backstage/types';
import { audited } from '../audited';
import { Caller, InFreight } from '../StevedoreService';
import { GatekeepingService } from './GatekeepingService';

/** Tells the platform's audit log what people and bots do to gates, and what came of it; refusals included. */
export class AuditedGatekeeping implements GatekeepingService {
  readonly #inner: GatekeepingService;
  readonly #auditor: AuditorService;

  constructor(deps: { inner: GatekeepingService; auditor: AuditorService }) {
    this.#inner = deps.inner;
    this.#auditor = deps.auditor;
  }

  whatIf(input: WhatIfRequest, caller: Caller) {
    return this.#inner.whatIf(input, caller);
  }

  getCalendar(input: CalendarRequest, caller: Caller) {
    return this.#inner.getCalendar(input, caller);
  }

  exportCalendar(input: Pick<CalendarRequest, 'project'>, caller: Caller) {
    return this.#inner.exportCalendar(input, caller);
  }

  reportTest(input: InFreight & { test: TestAsk }, caller: Caller) {
    return this.#audit('freight-test', { input, caller }, () =>
      this.#inner.reportTest(input, caller),
    );
  }

  setWindow(input: WindowAsk, caller: Caller) {
    return this.#audit('window-set', { input, caller }, () =>
      this.#inner.setWindow(input, caller),
    );
  }

  importWindows({ calendar, ...told }: ImportAsk, caller: Caller) {
    return this.#audit('window-import', { input: told, caller }, () =>
      this.#inner.importWindows({ calendar, ...told }, caller),
    );
  }

  endWindow(input: { id: string } & EndAsk, caller: Caller) {
    return this.#audit('window-end', { input, caller }, () =>
      this.#inner.endWindow(input, caller),
    );
  }

  setLock(input: LockAsk, caller: Caller) {
    return this.#audit('lock-set', { input, caller }, () =>
      this.#inner.setLock(input, caller),
    );
  }

  releaseLock(input: { id: string } & ReleaseAsk, caller: Caller) {
    return this.#audit('lock-release', { input, caller }, () =>
      this.#inner.releaseLock(input, caller),
    );
  }

  #audit<T>(
    eventId: string,
    { input, caller }: { input: object; caller: Caller },
    run: () => Promise<T>,
  ): Promise<T> {
    const told = { eventId, input: { ...input } as JsonObject, caller };
    return audited(this.#auditor, told, run);
  }
}
