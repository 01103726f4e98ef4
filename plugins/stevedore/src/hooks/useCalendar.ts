import {
  Calendar,
  CalendarWindowItem,
  EndAsk,
  EVERY_PROJECT,
  LockAsk,
  LockItem,
  ReleaseAsk,
  WindowAsk,
} from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Action, useAction } from './useAction';
import { Read, useRead } from './useRead';

/** Locks and windows with the times of the next month. @param project absent: what is said beyond projects */
export function useCalendar(project?: string): Read<Calendar> {
  const key =
    project === undefined
      ? readKeys.platform('calendar')
      : readKeys.inProject(project, 'calendar');
  return useRead(key, (api, signal) =>
    api.gatekeeping.getCalendar({ project }, { signal }),
  );
}

export interface LineActs {
  lock: Action<LockAsk, LockItem>;
  release: Action<ReleaseAsk & { id: string }, LockItem>;
  setWindow: Action<WindowAsk, CalendarWindowItem>;
  endWindow: Action<EndAsk & { id: string }, CalendarWindowItem>;
}

/** What people do to the line. @param of whose page this is, absent: that of the platform; what is done may concern more */
export function useLineActs(of?: string): LineActs {
  const project = of ?? EVERY_PROJECT;
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
