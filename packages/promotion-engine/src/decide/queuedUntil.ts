import { GateReport, GateVerdict } from '../model/gate';
import { minuteText } from '../model/minuteText';

/**
 * What a promotion would wait for in the queue, as the end of a sentence: `until the freeze ends at 2027-01-04 00:00
 * UTC`. A gate that does not know yet says nothing here: a metric for instance is measured once something waits.
 * @param report of the gates that make promotions wait, and of no others
 * @returns undefined when it would go at once
 */
export function queuedUntil({
  verdicts,
}: Pick<GateReport, 'verdicts'>): string | undefined {
  const events = verdicts
    .filter(({ status }) => status === 'waiting' || status === 'blocked')
    .map(eventOf);
  return events.length > 0 ? `until ${events.join(' and ')}` : undefined;
}

function eventOf(verdict: GateVerdict): string {
  const at = verdict.clearsAt ? ` at ${minuteText(verdict.clearsAt)}` : '';
  switch (verdict.gate) {
    case 'locks':
      return at ? `the lock ends${at}` : 'the lock is released';
    case 'windows':
      return isDenied(verdict) ? `the freeze ends${at}` : `a window opens${at}`;
    case 'metrics':
      return 'its metrics are good';
    default:
      return `${verdict.gate} lets it pass${at}`;
  }
}

/** Either all windows that close a stage say no, or all of them say yes at another time. */
function isDenied({ evidence }: GateVerdict): boolean {
  const closing = evidence.closing as { kind?: string }[] | undefined;
  return closing?.some(({ kind }) => kind === 'Deny') ?? false;
}
