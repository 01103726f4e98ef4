import { PrintedLine } from '@stevedore/promotion-engine';

/** A log as a kubelet gives it (core/v1 PodLogOptions); `sinceTime` is as fine as a second. */
export function logText(
  lines: readonly PrintedLine[],
  query: URLSearchParams,
): string {
  const since = query.get('sinceTime') ?? '';
  const last = Number(query.get('tailLines'));
  const limit = Number(query.get('limitBytes')) || Infinity;
  const text = lines
    .filter(({ at }) => at >= since.replace(/Z$/, ''))
    .slice(last > 0 ? -last : 0)
    .map(line =>
      query.get('timestamps') === 'true'
        ? `${line.at} ${line.text}\n`
        : `${line.text}\n`,
    )
    .join('');
  return text.slice(0, limit);
}
