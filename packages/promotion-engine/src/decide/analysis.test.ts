import { AnalysisMetric } from '../model/definition';
import { Measurement } from '../model/verification';
import { assessAnalysis, assessMetric } from './analysis';

const metric = (change: Partial<AnalysisMetric> = {}): AnalysisMetric => ({
  name: 'version',
  count: 100,
  intervalMs: 1_000,
  initialDelayMs: 0,
  failureLimit: -1,
  inconclusiveLimit: 0,
  consecutiveErrorLimit: 100,
  consecutiveSuccessLimit: 1,
  provider: { id: 'web', config: {} },
  ...change,
});

/** `F` failed, `E` erred, `S` succeeded, `I` inconclusive: one a second. */
function taken(phases: string): Measurement[] {
  const names: Record<string, Measurement['phase']> = {
    F: 'Failed',
    E: 'Error',
    S: 'Successful',
    I: 'Inconclusive',
  };
  return [...phases].map((letter, second) => ({
    metric: 'version',
    phase: names[letter],
    at: new Date(second * 1_000).toISOString(),
    message: letter === 'S' ? undefined : `because ${second}`,
  }));
}

const assess = (phases: string, change?: Partial<AnalysisMetric>) =>
  assessMetric(metric(change), taken(phases), 0);

describe('assessMetric', () => {
  it.each<[string, string, Partial<AnalysisMetric>, number]>([
    ['at once', '', {}, 0],
    ['after its initial delay', '', { initialDelayMs: 5_000 }, 5_000],
    ['after its interval', 'FE', {}, 2_000],
    [
      'ten seconds after an error, without an interval',
      'E',
      { intervalMs: undefined, count: 3 },
      10_000,
    ],
    ['as long as it has time', 'FF', { withinMs: 2_001 }, 2_000],
  ])('is measured %s', (_, phases, change, dueAt) => {
    expect(assess(phases, change)).toEqual({ done: false, dueAt });
  });

  it.each<[string, string, Partial<AnalysisMetric>, string, string]>([
    ['a success', 'FES', {}, 'Successful', 'version: passed'],
    [
      'as many failures as it may have and one',
      'FF',
      { failureLimit: 1 },
      'Failed',
      'version: failed 2 times (because 1)',
    ],
    [
      'too many errors in a row',
      'EE',
      { consecutiveErrorLimit: 1 },
      'Error',
      'version: could not be measured 2 times in a row (because 1)',
    ],
    [
      'an answer that says neither yes nor no',
      'I',
      {},
      'Inconclusive',
      'version: gave no clear answer (because 0)',
    ],
    [
      'its count',
      'FF',
      { count: 2 },
      'Inconclusive',
      'version: did not pass in 2 measurements (because 1)',
    ],
    [
      'its time, with a host that answers otherwise',
      'FF',
      { withinMs: 2_000 },
      'Inconclusive',
      'version: did not pass within 2s (because 1)',
    ],
    [
      'its time, with a host that does not answer',
      'FE',
      { withinMs: 1_500 },
      'Error',
      'version: did not pass within 2s (because 1)',
    ],
  ])('ends with %s', (_, phases, change, phase, message) => {
    expect(assess(phases, change)).toEqual({ done: true, phase, message });
  });

  it('counts what it succeeds in its last moment', () => {
    expect(assess('FS', { withinMs: 1_000 })).toMatchObject({
      done: true,
      phase: 'Successful',
    });
  });
});

it('takes the worst end of all metrics as soon as one is bad', () => {
  const [good, bad] = [assess('S'), assess('F', { failureLimit: 0 })];
  expect(assessAnalysis([good, assess('')])).toEqual({ dueAt: 0 });
  expect(assessAnalysis([good, bad, assess('')])).toMatchObject({
    phase: 'Failed',
  });
  expect(assessAnalysis([good])).toEqual({
    phase: 'Successful',
    message: 'version: passed',
  });
  expect(assessAnalysis([])).toEqual({
    phase: 'Successful',
    message: 'no metrics',
  });
});
describe('a dry run', () => {
  const end = { failureLimit: 0, consecutiveErrorLimit: 0, dryRun: true };
  it.each(['F', 'E', 'I'])('decides nothing when it ends with %s', phases => {
    const state = assess(phases, { ...end, inconclusiveLimit: 0 });
    expect(state).toMatchObject({ done: true, phase: 'Successful' });
    expect((state as { message: string }).message).toMatch(/, a dry run$/);
    expect(assessAnalysis([state])).toMatchObject({ phase: 'Successful' });
  });
});
