import { Finding } from '../document';
import { suggestion } from '../nearest';
import { ReadOptions } from '../options';
import { Path } from '../path';
import { readShape } from '../shape';

/** The fields of Argo's MetricProvider. */
const ARGO_PROVIDERS = [
  'cloudWatch',
  'datadog',
  'graphite',
  'influxdb',
  'job',
  'kayenta',
  'newRelic',
  'plugin',
  'prometheus',
  'skywalking',
  'wavefront',
  'web',
];

/** What is wrong with how a metric is measured; the verifiers of this host say what they take. */
export function readProvider(
  provider: Record<string, unknown>,
  path: Path,
  { verifiers }: ReadOptions,
): Finding[] {
  const ids = Object.keys(provider);
  if (ids.length !== 1) {
    const message = `A metric has exactly one provider; this one has ${ids.length}.`;
    const cure = 'Keep the one that measures it.';
    return [{ path, atKey: true, message, cure }];
  }
  if (!verifiers) return [];
  const [id] = ids;
  const schema = verifiers[id];
  if (schema)
    return readShape(schema, provider[id], { base: [...path, id] }).findings;
  const at = { path: [...path, id], atKey: true };
  const here = Object.keys(verifiers).sort();
  return ARGO_PROVIDERS.includes(id)
    ? [
        {
          ...at,
          message: `Nothing here measures with the provider ${id}.`,
          cure: `Use ${here.join(', ')}, or install a module that brings it.`,
        },
      ]
    : [
        {
          ...at,
          message: `There is no provider ${id}.`,
          cure: suggestion(id, here),
        },
      ];
}
