import { exactTime, relativeTime } from '../../lib/time/relativeTime';
import { useNow } from './NowProvider';

/** `12 min ago`, with the exact time on hovering. @param at ISO 8601 */
export function RelativeTime({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}
