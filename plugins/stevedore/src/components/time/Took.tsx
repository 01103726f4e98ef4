import { duration, exactTime } from '../../lib/time/relativeTime';
import { useNow } from './NowProvider';

/** How long it took, or takes so far: `18 s`. @param from milliseconds since 1970 @param to absent while it goes on */
export function Took({ from, to }: { from: number; to?: number }) {
  const now = useNow();
  return (
    <time title={`from ${exactTime(new Date(from).toISOString())}`}>
      {duration((to ?? now) - from)}
    </time>
  );
}
