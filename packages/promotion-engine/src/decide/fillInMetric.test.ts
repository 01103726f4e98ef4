import fc from 'fast-check';
import { MetricTemplate } from '../model/definition';
import { fillInMetric } from './fillInMetric';

const metric = (parts: Partial<MetricTemplate> = {}): MetricTemplate => ({
  name: 'errors',
  initialDelayMs: 0,
  failureLimit: 0,
  inconclusiveLimit: 0,
  consecutiveErrorLimit: 4,
  provider: { id: 'web', config: {} },
  ...parts,
});

describe('fillInMetric', () => {
  it('puts arguments wherever there is text, and numbers where numbers belong', () => {
    const config = {
      url: 'http://{{args.host}}/{{ args.path }}',
      body: ['{{args.no}}'],
    };
    expect(
      fillInMetric(
        metric({
          count: '{{args.count}}',
          intervalMs: '{{args.every}}',
          initialDelayMs: '{{args.every}}',
          failureLimit: '{{args.limit}}',
          successCondition: 'result == "{{args.host}}"',
          provider: { id: 'web', config },
        }),
        { host: 'a', path: 'b', count: '3', every: '1m30s', limit: '-1' },
      ),
    ).toEqual({
      ...metric(),
      count: 3,
      intervalMs: 90_000,
      initialDelayMs: 90_000,
      failureLimit: -1,
      successCondition: 'result == "a"',
      provider: {
        id: 'web',
        config: { url: 'http://a/b', body: ['{{args.no}}'] },
      },
    });
  });

  it.each<[Partial<MetricTemplate>, string]>([
    [{ count: '{{args.x}}' }, 'count of the metric errors is "soon", no whole'],
    [
      { intervalMs: '{{args.x}}' },
      'interval of the metric errors is "soon", no duration',
    ],
    [{ initialDelayMs: '{{args.y}}' }, 'initialDelay of the metric errors'],
  ])('says where an argument does not fit: %j', (parts, says) => {
    expect(() => fillInMetric(metric(parts), { x: 'soon', y: '-1s' })).toThrow(
      says,
    );
  });

  it('leaves a metric without arguments as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, value) => {
        fc.pre(!JSON.stringify([text, value]).includes('{{'));
        const plain = metric({
          successCondition: text,
          provider: { id: 'web', config: { value } },
        });
        expect(fillInMetric(plain, { a: 'x' })).toEqual(plain);
      }),
    );
  });
});
