import { CalendarWindow, LockRow } from '../model/calendar';
import { Stage } from '../model/definition';
import { PLATFORM, Scope } from '../model/scope';
import { StageRules } from '../model/stageRules';
import { Store } from '../ports/store';
import { Policies } from './context';

/** What people and the platform say about a component: the same for each of its stages, which gates select. */
export interface ComponentFacts {
  locks: LockRow[];
  /** Windows that people set. */
  windows: CalendarWindow[];
}

/** Where they are read. */
export interface CalendarSources {
  store: Pick<Store, 'locks' | 'windows'>;
  policies: Pick<Policies, 'concerns' | 'rules'>;
}

/** Locks and freezes that concern a component: its own, and those of the platform whose scope it is in. */
export async function componentFacts(
  { store, policies }: CalendarSources,
  project: string,
): Promise<ComponentFacts> {
  const [locks, shared, windows, freezes] = await Promise.all([
    store.locks(project),
    store.locks(PLATFORM),
    store.windows(project),
    store.windows(PLATFORM),
  ]);
  const concerned = async <T extends { scope: Scope }>(rows: T[]) => {
    if (rows.length === 0) return rows;
    const scopes = rows.map(({ scope }) => scope);
    const answers = await policies.concerns(project, scopes);
    return rows.filter((_, index) => answers[index]);
  };
  const set = [...windows, ...(await concerned(freezes))];
  return {
    locks: [...locks, ...(await concerned(shared))],
    windows: set.map(
      ({ window, scope, rollbacks, actor, reason, link, id }) => ({
        window,
        selector: scope.stages ?? {},
        source: 'person' as const,
        rollbacks,
        by: actor,
        reason,
        link,
        id,
      }),
    ),
  };
}

/** The facts of the gates of one stage that do not depend on freight. */
export async function stageFacts(
  sources: CalendarSources,
  at: { project: string; stage: Stage; component: ComponentFacts },
): Promise<{
  calendar: CalendarWindow[];
  locks: LockRow[];
  rules: StageRules;
}> {
  const { project, stage, component } = at;
  const { windows, ...rules } = await sources.policies.rules(project, stage);
  return {
    calendar: [...windows, ...component.windows],
    locks: component.locks,
    rules,
  };
}
