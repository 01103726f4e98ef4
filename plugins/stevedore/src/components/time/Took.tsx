import { duration, exactTime } from '../../lib/time/relativeTime';
import { useNow } from './NowProvider';

/** How long it took, or takes so far: `18 s`. @param from milliseconds since 1970 @param to absent while it goes on */
export function Took({ from, to }: { from: number; to?: number }) {
  const now = useNow();
  const length = (to ?? now) - from;
  return (
    <time title={`from ${exactTime(new Date(from).toISOString())}`}>
      {length < 1_000 ? 'under 1 s' : duration(length)}
    </time>
  );
}
