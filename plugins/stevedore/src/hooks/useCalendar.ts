import {
  Calendar,
  CalendarWindowItem,
  EndAsk,
  LockAsk,
  LockItem,
  ReleaseAsk,
  WindowAsk,
} from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Action, useAction } from './useAction';
import { Read, useRead } from './useRead';

/** Locks and windows of a project, with the times of the next month. */
export function useCalendar(project: string): Read<Calendar> {
  return useRead(readKeys.inProject(project, 'calendar'), (api, signal) =>
    api.gatekeeping.getCalendar({ project }, { signal }),
  );
}

export interface LineActs {
  lock: Action<LockAsk, LockItem>;
  release: Action<ReleaseAsk & { id: string }, LockItem>;
  setWindow: Action<WindowAsk, CalendarWindowItem>;
  endWindow: Action<EndAsk & { id: string }, CalendarWindowItem>;
}

/** What people do to the line. @param project whose page this is; what is done may concern more */
export function useLineActs(project: string): LineActs {
  return {
    lock: useAction(project, (api, input) => api.gatekeeping.setLock(input)),
    release: useAction(project, (api, input) =>
      api.gatekeeping.releaseLock(input),
    ),
    setWindow: useAction(project, (api, input) =>
      api.gatekeeping.setWindow(input),
    ),
    endWindow: useAction(project, (api, input) =>
      api.gatekeeping.endWindow(input),
    ),
  };
}
