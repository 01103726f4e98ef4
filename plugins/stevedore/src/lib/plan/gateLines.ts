import { GateVerdict } from '@stevedore/plugin-stevedore-common';
import { Badge } from '../words/badge';
import { personName } from '../words/names';
import { asSentence } from '../words/plainRefs';

export interface GateLine {
  gate: string;
  badge: Badge;
  sentence: string;
  /** Who can clear it. */
  clearedBy?: string;
  /** ISO 8601: it clears by itself then. */
  clearsAt?: string;
  /** What the verdict rests on, name and value. */
  evidence: { name: string; value: string }[];
}

const BADGES: Record<GateVerdict['status'], Badge> = {
  pass: { shape: 'check', tone: 'good', word: 'open' },
  waiting: { shape: 'hourglass', tone: 'attention', word: 'waits' },
  blocked: { shape: 'bar', tone: 'bad', word: 'closed' },
  unknown: { shape: 'question', tone: 'attention', word: 'not known' },
};

/** Gates as they are read: those in the way first. */
export function gateLines(gates: readonly GateVerdict[]): GateLine[] {
  const lines = gates.map(lineOf);
  const inTheWay = (line: GateLine) => line.badge !== BADGES.pass;
  return [...lines.filter(inTheWay), ...lines.filter(line => !inTheWay(line))];
}

function lineOf({
  gate,
  status,
  sentence,
  clearedBy,
  clearsAt,
  evidence,
}: GateVerdict): GateLine {
  return {
    gate,
    badge: BADGES[status],
    sentence: asSentence(sentence),
    clearedBy: status === 'pass' ? undefined : clearedByWords(clearedBy),
    clearsAt,
    evidence: Object.entries(evidence ?? {}).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })),
  };
}

/** Who or what takes a gate out of the way; undefined when nobody and nothing is known. */
export function clearedByWords(
  clearedBy: readonly string[],
): string | undefined {
  if (clearedBy.length === 0) return undefined;
  const who = clearedBy.filter(each => each !== 'time').map(personName);
  if (who.length === 0) return 'Clears by itself.';
  const people = `Can be cleared by ${who.join(' or ')}`;
  return clearedBy.includes('time') ? `${people}, or by itself.` : `${people}.`;
}
