import { useApiHolder } from '@backstage/frontend-plugin-api';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { BEAT_MS } from '@stevedore/plugin-stevedore-common';
import { useCallback, useSyncExternalStore } from 'react';

/** A connection that is lost is not announced: so much silence says it. */
const SILENCE_MS = 3 * BEAT_MS;

interface Heard {
  live: boolean;
  silence?: ReturnType<typeof setTimeout>;
  readonly waiting: Set<() => void>;
}

const heard = new WeakMap<SignalApi, Heard>();

/** A signal came, so signals do come: an app may have the API and no connection. */
export function hear(signals: SignalApi) {
  const of = heardOf(signals);
  clearTimeout(of.silence);
  of.silence = setTimeout(() => turn(of, false), SILENCE_MS);
  turn(of, true);
}

/** The app's signals, if it has any, and whether they come now. */
export function useSignals(): { signals?: SignalApi; live: boolean } {
  const signals = useApiHolder().get(signalApiRef);
  const subscribe = useCallback(
    (tell: () => void) => {
      if (!signals) return () => {};
      const { waiting } = heardOf(signals);
      waiting.add(tell);
      return () => waiting.delete(tell);
    },
    [signals],
  );
  const live = useSyncExternalStore(
    subscribe,
    () => signals !== undefined && heardOf(signals).live,
  );
  return { signals, live };
}

function turn(of: Heard, live: boolean) {
  if (of.live === live) return;
  of.live = live;
  of.waiting.forEach(tell => tell());
}

function heardOf(signals: SignalApi): Heard {
  const known = heard.get(signals) ?? { live: false, waiting: new Set() };
  heard.set(signals, known);
  return known;
}
