import { Gate, GateInput } from '../../../decide/evaluateGates';
import { selectsStage } from '../../../decide/isAutoPromotionEnabled';
import { LockRow } from '../../../model/calendar';
import { minuteText } from '../../../model/minuteText';

/** Stop-the-line: while somebody has locked the stage, or something that it belongs to, what is asked waits in the queue. */
export const locksGate: Gate = {
  id: 'locks',
  moments: ['start', 'effect'],
  about: 'stage',
  queues: true,
  evaluate(input, now) {
    if (!input.locks)
      return {
        status: 'unknown',
        sentence: 'whether somebody has locked it could not be read',
        evidence: {},
        clearedBy: ['time'],
      };
    const here = input.locks.filter(lock => counts(lock, input, now));
    const stopping = here.filter(lock => stops(lock, input));
    const evidence = {
      locks: here.map(({ id, actor, at, reason, link, until, blocks }) => ({
        id,
        actor,
        at,
        reason,
        link,
        until,
        blocks,
      })),
    };
    if (stopping.length === 0)
      return {
        status: 'pass',
        sentence:
          here.length > 0
            ? `${input.stage.name} is locked for automatic promotions only`
            : `nobody has locked ${input.stage.name}`,
        evidence,
        clearedBy: [],
      };
    const ends = stopping.map(({ until }) => until);
    const last = ends.includes(undefined) ? undefined : latest(ends);
    return {
      status: last ? 'waiting' : 'blocked',
      sentence: sentenceOf(input.stage.name, stopping),
      evidence,
      clearedBy: [
        ...new Set([
          ...stopping.map(({ actor }) => actor),
          'whoever may release locks',
          ...(last ? ['time'] : []),
        ]),
      ],
      clearsAt: last,
    };
  },
};

function counts(
  { released, until, scope }: LockRow,
  { stage }: GateInput,
  now: number,
): boolean {
  if (released || (until !== undefined && Date.parse(until) <= now))
    return false;
  return selectsStage(scope.stages ?? {}, stage);
}

/** A lock for what is automatic leaves people alone, and what takes a stage back. */
function stops({ blocks }: LockRow, input: GateInput): boolean {
  if (blocks === 'all') return true;
  return input.promotion?.automatic === true && !input.rollback;
}

function latest(ends: (string | undefined)[]): string | undefined {
  const times = ends.map(end => Date.parse(end ?? ''));
  return new Date(Math.max(...times)).toISOString();
}

function sentenceOf(stage: string, locks: LockRow[]): string {
  const who = locks.map(({ actor, reason, until }) => {
    const end = until ? `, until ${minuteText(until)}` : '';
    return `${actor}: ${reason}${end}`;
  });
  return `${stage} is locked by ${who.join('; ')}`;
}
