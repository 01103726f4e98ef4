import { duration, exactTime } from '../../lib/time/relativeTime';
import { useNow } from './NowProvider';

/** `18 min to go`, with the exact time on hovering. @param until ISO 8601 */
export function Countdown({ until }: { until: string }) {
  const left = Date.parse(until) - useNow();
  return (
    <time dateTime={until} title={exactTime(until)}>
      {left > 0 ? `${duration(left)} to go` : 'any moment now'}
    </time>
  );
}
