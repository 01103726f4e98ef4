import fc from 'fast-check';
import { Application } from './application';
import { assessApplications } from './assessApplication';
import { Health, HealthStatus, mergeHealth, worseHealth } from './health';

const DONE = '2026-05-04T12:00:00Z';

function application(status: Application['status'] = {}): Application {
  return {
    metadata: { name: 'web', namespace: 'argocd' },
    spec: { source: { repoURL: 'https://git.acme.dev/a' } },
    status: {
      health: { status: 'Healthy' },
      reconciledAt: DONE,
      operationState: { phase: 'Succeeded', finishedAt: DONE },
      sync: { status: 'Synced', revision: 'abc' },
      ...status,
    },
  };
}

const assess = (app: Application | undefined, desiredRevisions?: string[]) =>
  assessApplications([{ name: 'web', desiredRevisions }], app ? [app] : []);

describe('assessApplications', () => {
  it.each<[string, Application | undefined, string[] | undefined, string]>([
    ['all is well', application(), ['abc'], 'Healthy'],
    ['there is none', undefined, undefined, 'Unknown'],
    [
      'it was not looked at since the last operation',
      application({ reconciledAt: '2026-05-04T11:59:59Z' }),
      undefined,
      'Unknown',
    ],
    [
      'it cannot be compared',
      application({
        conditions: [{ type: 'ComparisonError', message: 'boom' }],
      }),
      undefined,
      'Unhealthy',
    ],
    [
      'a warning is no error',
      application({
        conditions: [{ type: 'OrphanedResourceWarning', message: 'o' }],
      }),
      undefined,
      'Healthy',
    ],
    [
      'a sync runs, and a revision is expected',
      application({ operationState: { phase: 'Running' } }),
      ['abc'],
      'Unknown',
    ],
    [
      'a sync runs, and nothing is expected',
      application({ operationState: { phase: 'Running' } }),
      [''],
      'Healthy',
    ],
    ['another revision', application(), ['def'], 'Unhealthy'],
    ['more revisions than sources', application(), ['abc', 'def'], 'Unknown'],
    [
      'suspended',
      application({ health: { status: 'Suspended' } }),
      undefined,
      'Progressing',
    ],
    [
      'what Argo CD does not know is not well',
      application({ health: { status: 'Unknown' } }),
      undefined,
      'Unhealthy',
    ],
    [
      'out of sync at the right revision',
      application({ sync: { status: 'OutOfSync', revision: 'abc' } }),
      ['abc'],
      'Healthy',
    ],
  ])('%s', (_, app, desired, expected) => {
    expect(assess(app, desired).status).toBe(expected);
  });

  it('says what is wrong, and of which application', () => {
    expect(assess(application(), ['def']).issues).toEqual([
      'Argo CD Application "web" in namespace "argocd" is at "abc" of https://git.acme.dev/a, not at "def"',
    ]);
  });

  it('is the worst of all, with the issues of all', () => {
    const other = application({ health: { status: 'Progressing' } });
    other.metadata = { name: 'api', namespace: 'argo' };
    const health = assessApplications(
      [{ name: 'web' }, { name: 'api', namespace: 'argo' }, { name: 'gone' }],
      [application(), other],
    );
    expect(health.status).toBe('Unknown');
    expect(health.issues).toHaveLength(2);
  });

  it('is healthy where nothing is checked', () => {
    expect(assessApplications([], [])).toEqual({
      status: 'Healthy',
      issues: [],
    });
  });
});

describe('mergeHealth', () => {
  const status = fc.constantFrom(...Object.values(HealthStatus));
  const health: fc.Arbitrary<Health> = fc.record({
    status,
    issues: fc.array(fc.string()),
  });

  it('is never better than any part, and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(health), parts => {
        const merged = mergeHealth(parts).status;
        expect(mergeHealth([...parts].reverse()).status).toBe(merged);
        for (const part of parts)
          expect(worseHealth(part.status, merged)).toBe(merged);
      }),
    );
  });
});
