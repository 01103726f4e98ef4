import {
  CalendarWindow,
  componentFacts,
  LockRow,
  selectsStage,
  Stage,
  stageFacts,
} from '@stevedore/promotion-engine';
import { Running } from '../reading/projects';
import { ServiceDeps } from '../ServiceDeps';

export interface Concerning {
  windows: { window: CalendarWindow; stages: string[] }[];
  locks: { lock: LockRow; stages: string[] }[];
}

/** Windows and locks with the stages of a project that each concerns; none that concerns no stage. */
export async function concerning(
  deps: Pick<ServiceDeps, 'policies' | 'store'>,
  { row, project }: Pick<Running, 'project' | 'row'>,
): Promise<Concerning> {
  const stages = project?.stages ?? [];
  const component = await componentFacts(deps, row.project);
  const said = await Promise.all(
    stages.map(async stage => ({
      stage,
      ...(await stageFacts(deps, { project: row.project, stage, component })),
    })),
  );
  const found = new Map<string, Concerning['windows'][number]>();
  const own = (project?.promotionWindows ?? []).map(
    (window): CalendarWindow => ({ ...window, source: 'definition' }),
  );
  for (const { stage, calendar } of said) {
    for (const window of [...own, ...calendar]) {
      if (!selectsStage(window.selector, stage)) continue;
      const key = window.id ?? JSON.stringify([window.by, window.window]);
      const known = found.get(key);
      if (known) known.stages.push(stage.name);
      else found.set(key, { window, stages: [stage.name] });
    }
  }
  const locks = component.locks.map(lock => ({
    lock,
    stages: stages.filter(fits(lock)).map(({ name }) => name),
  }));
  return {
    windows: [...found.values()],
    locks: locks.filter(each => each.stages.length > 0),
  };
}

const fits = (lock: LockRow) => (stage: Stage) =>
  selectsStage(lock.scope.stages ?? {}, stage);

/** Without those whose time is over. */
export function liveLocks<T extends { lock: LockRow }>(
  locks: T[],
  now: number,
): T[] {
  return locks.filter(
    ({ lock: { until } }) => until === undefined || Date.parse(until) > now,
  );
}
