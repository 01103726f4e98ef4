import { Gate } from '../../../decide/evaluateGates';
import { TestResult } from '../../../model/testResult';

/** Tests that a stage wants passed (`stevedore.dev/tests`), as somebody or some bot reported them for the freight. */
export const testsGate: Gate = {
  id: 'tests',
  moments: ['request', 'start', 'effect'],
  evaluate({ stage, freightRow }) {
    const { tests = [] } = stage;
    if (tests.length === 0) return pass('needs no test result');
    if (!freightRow)
      return {
        status: 'unknown',
        sentence: 'how the tests of this freight went could not be read',
        evidence: {},
        clearedBy: ['time'],
      };
    const results = freightRow.tests ?? {};
    const evidence = {
      tests: tests.map(name => results[name] ?? { name, outcome: 'missing' }),
    };
    const failed = tests
      .map(name => results[name])
      .filter(result => result?.outcome === 'failed');
    if (failed.length > 0)
      return {
        status: 'blocked',
        sentence: failed.map(toldOf).join('; '),
        evidence,
        clearedBy: ['whoever reports test results'],
      };
    const missing = tests.filter(name => !results[name]);
    if (missing.length > 0)
      return {
        status: 'waiting',
        sentence: `no result of ${missing.join(', ')} has come yet`,
        evidence,
        clearedBy: ['whoever reports test results'],
      };
    return { ...pass(`${tests.join(', ')} passed`), evidence };
  },
};

function toldOf({ name, actor, message }: TestResult): string {
  return `${name} failed, ${actor} reports${message ? `: ${message}` : ''}`;
}

const pass = (sentence: string) => ({
  status: 'pass' as const,
  sentence,
  evidence: {},
  clearedBy: [],
});
