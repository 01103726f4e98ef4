import {
  LockReach,
  LockRow,
  QueueRelease,
  WindowRow,
} from '../../model/calendar';
import { GateReport } from '../../model/gate';
import { PromotionWindow } from '../../model/promotionWindow';
import { FreightRow } from '../../model/rows';
import { Scope } from '../../model/scope';
import { TestResult } from '../../model/testResult';
import { Actor, FreightInto } from '../engine';

/** Where something is set: one project, or the whole platform (`PLATFORM`), and there who it concerns. */
export interface SetIn {
  project: string;
  scope: Scope;
  actor: Actor;
  /** Without one it is refused. */
  reason?: string;
  /** http or https. */
  link?: string;
}

export interface LockAsk extends SetIn {
  blocks: LockReach;
  /** ISO 8601; absent: until somebody releases it. */
  until?: string;
}

export interface LockRelease {
  project: string;
  id: string;
  actor: Actor;
  reason?: string;
  /** What becomes of the promotions that it holds back; has to be said when there are any. */
  queue?: QueueRelease;
}

export interface WindowAsk extends SetIn {
  window: PromotionWindow;
  /** It holds back rollbacks, too. */
  rollbacks?: boolean;
}

export interface TestReport {
  project: string;
  /** Freight name (40 hex) or alias. */
  freight: string;
  result: Omit<TestResult, 'actor' | 'at'>;
  actor: Actor;
}

/** What people and bots do to gates: locks, freezes, results of tests; and what would be if. */
export interface Gatekeeping {
  /** Every gate, now or at a later moment, for any freight: what the engine itself would ask (`at`: ISO 8601). */
  whatIf(input: FreightInto & { at?: string }): Promise<GateReport>;
  lock(input: LockAsk): Promise<LockRow>;
  /** @throws RequestError when promotions wait behind it and nobody said what becomes of them */
  release(input: LockRelease): Promise<LockRow>;
  setWindow(input: WindowAsk): Promise<WindowRow>;
  endWindow(input: Omit<LockRelease, 'queue'>): Promise<WindowRow>;
  report(input: TestReport): Promise<FreightRow>;
}
