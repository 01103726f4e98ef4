import { StateBadge } from './StateBadge';

/** How fresh the page is. */
export function LiveMark({ live }: { live: boolean }) {
  return (
    <StateBadge
      badge={
        live
          ? { shape: 'dot', tone: 'good', word: 'live' }
          : { shape: 'ring', tone: 'quiet', word: 'updates every 5 s' }
      }
    />
  );
}
