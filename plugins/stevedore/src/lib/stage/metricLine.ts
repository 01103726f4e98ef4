import { Metric } from '@stevedore/plugin-stevedore-common';

/** How a metric went in a few words: `4 of 5 measurements passed`, and what the last one was. */
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
  const { message, value } = measurements.at(-1) ?? {};
  return {
    summary: `${passed} of ${of} ${word} passed`,
    last: message ?? value,
  };
}
