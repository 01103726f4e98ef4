import { Application } from './application';
import { assessApplications } from './assessApplication';

/** kargo.md 10.3, row by row and in its order: each row is worse than what stands below it in the Application. */
describe('the health of a stage by an Application', () => {
  const BEFORE = '2026-05-04T11:59:59Z';
  const AT = '2026-05-04T12:00:00Z';
  const REPO = 'https://git.acme.dev/a';
  const ended = { phase: 'Succeeded', finishedAt: AT };
  const synced = { status: 'Synced', revision: 'abc' };
  const well = {
    health: { status: 'Healthy' },
    reconciledAt: AT,
    operationState: ended,
    sync: synced,
  };
  const bad = (type: string) => ({ conditions: [{ type, message: 'boom' }] });
  const health = (status: string) => ({ ...well, health: { status } });

  interface Row {
    status?: Application['status'];
    desired?: string[];
    more?: Partial<Application>;
  }

  it.each<[string, Row, string]>([
    ['not found', {}, 'Unknown'],
    [
      'not reconciled since the last operation finished',
      { status: { ...well, reconciledAt: BEFORE, ...bad('ComparisonError') } },
      'Unknown',
    ],
    [
      'never reconciled, and an operation finished',
      { status: { ...well, reconciledAt: undefined } },
      'Unknown',
    ],
    [
      'ComparisonError condition',
      { status: { ...well, ...bad('ComparisonError') }, desired: ['def'] },
      'Unhealthy',
    ],
    [
      'InvalidSpecError condition',
      { status: { ...well, ...bad('InvalidSpecError') } },
      'Unhealthy',
    ],
    [
      'another condition is none',
      { status: { ...well, ...bad('SyncError') } },
      'Healthy',
    ],
    [
      'a revision desired: sync asked for',
      { status: well, desired: ['abc'], more: { operation: { sync: {} } } },
      'Unknown',
    ],
    [
      'a revision desired: sync in progress',
      {
        status: { ...well, operationState: { phase: 'Running' } },
        desired: ['abc'],
      },
      'Unknown',
    ],
    [
      'a revision desired: no finished operation',
      { status: { ...well, operationState: undefined }, desired: ['abc'] },
      'Unknown',
    ],
    [
      'a revision desired: source count mismatch',
      { status: well, desired: ['abc', 'def'] },
      'Unknown',
    ],
    [
      'a revision desired: fewer revisions than sources',
      {
        status: well,
        desired: ['abc', 'def'],
        more: { spec: { sources: [{ repoURL: REPO }, { repoURL: REPO }] } },
      },
      'Unknown',
    ],
    [
      'a revision desired: synced revision differs',
      { status: { ...well, ...health('Degraded') }, desired: ['def'] },
      'Unhealthy',
    ],
    [
      'a revision desired: one of several differs',
      {
        status: { ...well, sync: { status: 'Synced', revisions: ['a', 'b'] } },
        desired: ['', 'c'],
        more: { spec: { sources: [{ repoURL: REPO }, { repoURL: REPO }] } },
      },
      'Unhealthy',
    ],
    [
      'no revision desired: none of that is looked at',
      {
        status: { ...well, operationState: { phase: 'Running' } },
        desired: [''],
        more: { operation: { sync: {} } },
      },
      'Healthy',
    ],
    ['Healthy', { status: health('Healthy'), desired: ['abc'] }, 'Healthy'],
    ['Progressing', { status: health('Progressing') }, 'Progressing'],
    ['Suspended', { status: health('Suspended') }, 'Progressing'],
    ['Degraded', { status: health('Degraded') }, 'Unhealthy'],
    ['Missing', { status: health('Missing') }, 'Unhealthy'],
    ['Unknown', { status: health('Unknown') }, 'Unhealthy'],
  ])('%s', (_, { status, desired = [], more }, expected) => {
    const application: Application = {
      metadata: { name: 'web', namespace: 'argocd' },
      spec: { source: { repoURL: REPO } },
      status,
      ...more,
    };
    const found = status ? [application] : [];
    const check = { name: 'web', desiredRevisions: desired };
    expect(assessApplications([check], found).status).toBe(expected);
  });
});
