import { duration, exactTime } from '../../lib/time/relativeTime';
import { useNow } from './NowProvider';

/** `for 12 min`, with the exact time on hovering. @param at ISO 8601 */
export function Since({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={exactTime(at)}>
      for {duration(now - Date.parse(at))}
    </time>
  );
}
