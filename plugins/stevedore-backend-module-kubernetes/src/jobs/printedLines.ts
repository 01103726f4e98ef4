import { PrintedLine } from '@stevedore/promotion-engine';

const STAMPED =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d) ?/;

/** Lines of a log that the kubelet gives with times (RFC 3339, up to nanoseconds, in the zone of its node). */
export function printedLines(text: string): PrintedLine[] {
  return text.split('\n').flatMap(line => {
    const [stamp, seconds, fraction = '', zone] = STAMPED.exec(line) ?? [];
    if (stamp === undefined) return [];
    const whole = new Date(`${seconds}${zone}`).toISOString().slice(0, 19);
    const at = `${whole}.${fraction.padEnd(9, '0').slice(0, 9)}Z`;
    // what moves the cursor of a terminal is noise on a page
    return [{ at, text: line.slice(stamp.length).replace(/\r$/, '') }];
  });
}
