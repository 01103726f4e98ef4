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
import { GatekeepingApi } from './GatekeepingApi';
import { CallOptions, path, Transport } from './transport';

/** The calls of `GatekeepingApi`. */
export class GatekeepingClient implements GatekeepingApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  whatIf(
    { project, stage, ...query }: WhatIfRequest,
    options?: CallOptions,
  ): Promise<GateAnswer> {
    const to = path('projects', project, 'stages', stage, 'gates');
    return this.#transport.send(
      { method: 'GET', path: to, query: { ...query } },
      options,
    );
  }

  reportTest(
    { project, freight, test }: InProject & { freight: string; test: TestAsk },
    options?: CallOptions,
  ): Promise<FreightSummary> {
    const to = path('projects', project, 'freight', freight, 'tests');
    return this.#post(to, test, options);
  }

  getCalendar(
    query: CalendarRequest,
    options?: CallOptions,
  ): Promise<Calendar> {
    return this.#transport.send(
      { method: 'GET', path: '/calendar', query: { ...query } },
      options,
    );
  }

  exportCalendar(
    query: Pick<CalendarRequest, 'project'>,
    options?: CallOptions,
  ): Promise<string> {
    return this.#transport.text(
      { method: 'GET', path: '/calendar.ics', query: { ...query } },
      options,
    );
  }

  setWindow(
    body: WindowAsk,
    options?: CallOptions,
  ): Promise<CalendarWindowItem> {
    return this.#post('/windows', body, options);
  }

  importWindows(body: ImportAsk, options?: CallOptions): Promise<Imported> {
    return this.#post('/windows/import', body, options);
  }

  endWindow(
    { id, ...body }: { id: string } & EndAsk,
    options?: CallOptions,
  ): Promise<CalendarWindowItem> {
    return this.#post(path('windows', id, 'end'), body, options);
  }

  setLock(body: LockAsk, options?: CallOptions): Promise<LockItem> {
    return this.#post('/locks', body, options);
  }

  releaseLock(
    { id, ...body }: { id: string } & ReleaseAsk,
    options?: CallOptions,
  ): Promise<LockItem> {
    return this.#post(path('locks', id, 'release'), body, options);
  }

  #post<T>(to: string, body: unknown, options?: CallOptions): Promise<T> {
    return this.#transport.send({ method: 'POST', path: to, body }, options);
  }
}
