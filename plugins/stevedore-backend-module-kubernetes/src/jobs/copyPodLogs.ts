import { OpenTranscript } from '@stevedore/promotion-engine';
import { ClusterError } from '../api/ClusterError';
import { KubernetesApi } from '../api/KubernetesApi';
import { PODS } from './jobKinds';
import { containersOf, oldestFirst, Pod } from './judgeJob';
import { printedLines } from './printedLines';

/** More than is kept of one container, so that what is asked for always goes on. */
const LONGEST_ANSWER = 2 * 1024 * 1024;

/**
 * Copies what the containers of pods printed since the last time; what cannot be read now is tried again with the next
 * look. A role that lacks the right to read logs is told once, in the log itself.
 */
export async function copyPodLogs(
  api: KubernetesApi,
  pods: readonly Pod[],
  { open, now }: { open: OpenTranscript; now: number },
): Promise<void> {
  for (const pod of oldestFirst(pods)) {
    const containers = containersOf(pod).filter(
      ({ state }) => state?.running || state?.terminated,
    );
    const several = containersOf(pod).length > 1;
    for (const { name } of containers) {
      try {
        await copyLog(api, { pod, container: name, several }, open);
      } catch (error) {
        if (!(error instanceof ClusterError)) throw error;
        if (error.status !== 403) continue;
        const told = await open('what is missing');
        if (told.until !== undefined) continue;
        const at = new Date(now).toISOString();
        await told.add([{ at, text: error.message }]);
      }
    }
  }
}

async function copyLog(
  api: KubernetesApi,
  from: { pod: Pod; container: string; several: boolean },
  open: OpenTranscript,
): Promise<void> {
  const { container, several } = from;
  const { namespace, name } = from.pod.metadata;
  const transcript = await open(`${name}/${container}`);
  if (transcript.full) return;
  const { until } = transcript;
  const text = await api.text(
    { kind: PODS, namespace, name, subresource: 'log' },
    {
      container,
      timestamps: 'true',
      limitBytes: `${LONGEST_ANSWER}`,
      // seconds are as fine as the API goes: what is here already is left out by whoever takes the lines
      ...(until && { sinceTime: `${until.slice(0, 19)}Z` }),
    },
  );
  const lines = printedLines(text);
  await transcript.add(
    several
      ? lines.map(line => ({ ...line, text: `[${container}] ${line.text}` }))
      : lines,
  );
}
