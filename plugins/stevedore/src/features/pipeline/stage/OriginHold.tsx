import { StageHold } from '@stevedore/plugin-stevedore-common';
import { StateBadge } from '../../../components/state';
import { PersonName } from '../../../components/text';
import { RelativeTime } from '../../../components/time';
import { originName } from '../../../lib/words/names';

/** Whether freight of one origin comes in by itself; if not, who stopped it and why. */
export function OriginHold({
  origin,
  hold,
}: {
  origin: string;
  hold?: StageHold;
}) {
  const name = originName(origin);
  if (!hold)
    return (
      <StateBadge
        badge={{
          shape: 'play',
          tone: 'good',
          word: `new freight of ${name} comes in by itself`,
        }}
      />
    );
  return (
    <div>
      <StateBadge
        badge={{
          shape: 'bar',
          tone: 'attention',
          word: `new freight of ${name} is on hold`,
        }}
      />
      <div>
        by <PersonName entityRef={hold.actor} /> <RelativeTime at={hold.at} />
        {hold.reason && <>: “{hold.reason}”</>}
      </div>
    </div>
  );
}
