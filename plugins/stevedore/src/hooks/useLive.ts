import {
  STEVEDORE_CHANNEL,
  StevedoreBeat,
  StevedoreSignal,
} from '@stevedore/plugin-stevedore-common';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { rereadProject } from './readKeys';
import { hear, useSignals } from './signals';

/** One promotion commits many times a second; people need not see each. */
const GATHER_MS = 250;

/** Reads again when a signal names a project. @returns whether signals come now */
export function useLive(): { live: boolean } {
  const { signals, live } = useSignals();
  const client = useQueryClient();
  useEffect(() => {
    if (!signals) return undefined;
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let reading = false;
    let stopped = false;
    const reread = async () => {
      const projects = [...changed];
      changed.clear();
      reading = true;
      await Promise.all(projects.map(name => rereadProject(client, name)));
      reading = false;
      const again = changed.size > 0 && !stopped;
      timer = again ? setTimeout(reread, GATHER_MS) : undefined;
    };
    const { unsubscribe } = signals.subscribe<StevedoreSignal | StevedoreBeat>(
      STEVEDORE_CHANNEL,
      message => {
        hear(signals);
        if ('beat' in message) return;
        changed.add(message.project);
        // a read that is under way ends first: many changes must not starve it
        if (!reading) timer ??= setTimeout(reread, GATHER_MS);
      },
    );
    return () => {
      stopped = true;
      clearTimeout(timer);
      unsubscribe();
    };
  }, [signals, client]);
  return { live };
}
