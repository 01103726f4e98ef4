import { Gate } from '../../../decide/evaluateGates';
import { selectsStage } from '../../../decide/isAutoPromotionEnabled';
import { evaluateWindows, WindowVerdict } from '../../../decide/windows';

/**
 * The calendar of a stage (Kargo 1.13): closed while a Deny window is active, and while
 * there are Allow windows of which none is. A promotion waits in the queue for the next
 * change, so it may be asked for at any time.
 */
export const windowsGate: Gate = {
  id: 'windows',
  moments: ['start', 'effect'],
  evaluate({ project, stage }, now) {
    const windows = (project.promotionWindows ?? [])
      .filter(({ selector }) => selectsStage(selector, stage))
      .map(({ window }) => window);
    const verdict = evaluateWindows(windows, now);
    const { open, closedBy, changesAt } = verdict;
    return {
      status: open ? 'pass' : 'waiting',
      sentence: sentenceOf(stage.name, verdict),
      evidence: { windows: windows.map(({ name }) => name), closedBy },
      clearedBy: open ? [] : ['time', 'author of the pipeline'],
      clearsAt: open || !changesAt ? undefined : iso(changesAt),
    };
  },
};

function sentenceOf(stage: string, verdict: WindowVerdict): string {
  const { open, closedBy, changesAt } = verdict;
  if (open) return `no window closes ${stage}`;
  const names = closedBy.join(', ');
  const until = changesAt
    ? `until ${iso(changesAt).replace('T', ' ').replace(':00.000Z', '')} UTC`
    : 'for more than a year';
  return `${stage} is closed ${until} (window ${names})`;
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
