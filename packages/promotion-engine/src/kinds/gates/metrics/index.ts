import { Gate } from '../../../decide/evaluateGates';
import { formatDuration } from '../../../model/duration';
import { MetricFact } from '../../../model/testResult';

/** A measurement says nothing about the present any more when it is older than this. */
export const METRIC_FRESH_MS = 5 * 60_000;

/** What a stage wants measured to be good before anything enters (`stevedore.dev/metrics`): analysis templates by name. */
export const metricsGate: Gate = {
  id: 'metrics',
  moments: ['start', 'effect'],
  about: 'stage',
  queues: true,
  evaluate({ stage, metrics }, now) {
    const { metrics: wanted = [] } = stage;
    if (wanted.length === 0) return pass('needs no metric');
    const facts = wanted.map(template => ({
      template,
      fact: metrics?.find(each => each.template === template),
    }));
    const evidence = { metrics: facts.map(({ fact }) => fact).filter(Boolean) };
    for (const { template, fact } of facts) {
      const verdict = judge(template, fact, now);
      if (verdict) return { ...verdict, evidence };
    }
    return { ...pass(`${wanted.join(', ')} is good`), evidence };
  },
};

function judge(template: string, fact: MetricFact | undefined, now: number) {
  const unknown = (sentence: string) => ({
    status: 'unknown' as const,
    sentence,
    clearedBy: ['time'],
  });
  if (!fact) return unknown(`${template} is measured when something waits`);
  const age = now - Date.parse(fact.at);
  if (age > METRIC_FRESH_MS)
    return unknown(
      `${template} was measured ${formatDuration(
        age,
      )} ago, which says nothing about now`,
    );
  if (fact.phase === 'Successful') return undefined;
  if (fact.phase === 'Failed')
    return {
      status: 'waiting' as const,
      sentence: `${template} is not good: ${fact.message ?? 'it failed'}`,
      clearedBy: ['time', `whoever brings ${template} in order`],
    };
  return unknown(
    `${template}: ${fact.message ?? 'it says neither yes nor no'}`,
  );
}

const pass = (sentence: string) => ({
  status: 'pass' as const,
  sentence,
  evidence: {},
  clearedBy: [],
});
