import { Measurement } from '@stevedore/promotion-engine';
import { toVerificationDetail } from './verificationDetail';

const taken = (metric: string, value: number): Measurement => ({
  metric,
  at: new Date(value).toISOString(),
  phase: 'Successful',
  value: String(value),
});

it('gives each metric its newest fifty measurements, oldest first', () => {
  const measurements = Array.from({ length: 120 }, (_, index) =>
    taken(index % 2 === 0 ? 'errors' : 'latency', index),
  );
  const { metrics } = toVerificationDetail(measurements);
  expect(metrics.map(({ name, total }) => [name, total])).toEqual([
    ['errors', 60],
    ['latency', 60],
  ]);
  const values = metrics[0].measurements.map(({ value }) => Number(value));
  expect(values).toHaveLength(50);
  expect([values[0], values[49]]).toEqual([20, 118]);
  expect(metrics[0].measurements[0]).not.toHaveProperty('metric');
});

it('gives nothing where nothing was measured', () => {
  expect(toVerificationDetail([])).toEqual({ metrics: [] });
});
