import { Metric } from '@stevedore/plugin-stevedore-common';

/** How a metric went in a few words, such as `4 of 5 measurements passed`, and what the last one was. */
export function metricLine({ total, measurements }: Metric): {
  summary: string;
  last?: string;
} {
  const passed = measurements.filter(
    ({ phase }) => phase === 'Successful',
  ).length;
  const missing = total - measurements.length;
  const of = missing > 0 ? `the last ${measurements.length}` : `${total}`;
  const word = total === 1 ? 'measurement' : 'measurements';
  const { message, phase, value } = measurements.at(-1) ?? {};
  // a check that was waited for: what came before is no fault
  const waited = total > 1 && passed === 1 && phase === 'Successful';
  return {
    summary: waited
      ? `passed at measurement ${total}`
      : `${passed} of ${of} ${word} passed`,
    last: message ?? value,
  };
}
