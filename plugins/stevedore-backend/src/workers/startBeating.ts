import { SignalsService } from '@backstage/plugin-signals-node';
import {
  BEAT_MS,
  STEVEDORE_CHANNEL,
  StevedoreBeat,
} from '@stevedore/plugin-stevedore-common';

/** Lets open pages know that signals reach them: a page cannot see its connection. @returns ends it */
export function startBeating(signals: SignalsService): () => void {
  const beat = () =>
    signals
      .publish<StevedoreBeat>({
        recipients: { type: 'broadcast' },
        channel: STEVEDORE_CHANNEL,
        message: { beat: true },
      })
      // the next one comes soon, and a page that hears none asks by itself
      .catch(() => {});
  const timer = setInterval(beat, BEAT_MS);
  timer.unref();
  return () => clearInterval(timer);
}
