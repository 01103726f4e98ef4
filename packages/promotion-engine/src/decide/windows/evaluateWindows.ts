import { PromotionWindow, WindowKind } from '../../model/promotionWindow';
import { Instances, instancesOf, Moment } from './instances';

/** How far ahead the next change is looked for. */
export const WINDOW_HORIZON_MS = 366 * 24 * 60 * 60 * 1000;

export interface WindowVerdict {
  readonly open: boolean;
  /** The next moment at which `open` is another; absent when none is within 366 days. */
  readonly changesAt?: Moment;
  /** The names of the Deny windows that are active, or of the Allow windows that are waited for. */
  readonly closedBy: readonly string[];
}

interface Rule {
  readonly name: string;
  readonly kind: WindowKind;
  readonly instances: Instances;
}

/**
 * Whether windows that all concern one stage leave it open (Kargo, `promotionWindows`):
 * no Deny window is active, and an Allow window is, if there is one at all. A start is
 * in, an end is out.
 *
 * @throws Error for a window that cannot be read.
 */
export function evaluateWindows(
  windows: readonly PromotionWindow[],
  now: Moment,
): WindowVerdict {
  const rules = windows.map(window => ({
    name: window.name,
    kind: window.kind,
    instances: instancesOf(window),
  }));
  const closedBy = closing(rules, now);
  const open = closedBy.length === 0;
  return { open, closedBy, changesAt: nextChange(rules, now) };
}

/** Whom to blame; nobody when it is open. */
function closing(rules: readonly Rule[], moment: Moment): string[] {
  const isActive = (rule: Rule) =>
    rule.instances.activeAt(moment) !== undefined;
  const denying = rules
    .filter(({ kind }) => kind === WindowKind.Deny)
    .filter(isActive);
  if (denying.length > 0) return denying.map(({ name }) => name);
  const allowing = rules.filter(({ kind }) => kind === WindowKind.Allow);
  return allowing.some(isActive) ? [] : allowing.map(({ name }) => name);
}

function nextChange(rules: readonly Rule[], now: Moment): Moment | undefined {
  const isOpen = (moment: Moment) => closing(rules, moment).length === 0;
  const horizon = now + WINDOW_HORIZON_MS;
  const flipAfter = (moment: Moment) =>
    earliest(
      rules.map(({ instances }) => nextFlip(instances, moment, horizon)),
    );
  let moment = flipAfter(now);
  while (moment !== undefined && isOpen(moment) === isOpen(now)) {
    moment = flipAfter(moment);
  }
  return moment !== undefined && moment <= horizon ? moment : undefined;
}

/** When this window by itself starts or stops being active; instances that touch are one. */
function nextFlip(
  instances: Instances,
  moment: Moment,
  horizon: Moment,
): Moment | undefined {
  let start = instances.activeAt(moment);
  if (start === undefined) return instances.after(moment, horizon);
  let end = start + instances.length;
  while (end <= horizon) {
    const next = instances.after(start, end);
    if (next === undefined) return end;
    start = next;
    end = start + instances.length;
  }
  return undefined;
}

function earliest(moments: (Moment | undefined)[]): Moment | undefined {
  const known = moments.filter(moment => moment !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
