import { Application, OperationState } from './application';
import { decideOperation, infoOf, Initiator } from './decideOperation';

const ME: Initiator = { promotion: 'prod.01.abc', step: 'sync', attempt: 0 };
const T1 = '2026-05-04T12:00:00Z';
const T2 = '2026-05-04T12:00:05Z';

const mine = (state: OperationState, by: Partial<Initiator> = {}) => ({
  operationState: {
    operation: { info: infoOf({ ...ME, ...by }) },
    startedAt: T1,
    finishedAt: T2,
    ...state,
  },
});

const theirs = (state: OperationState) => ({
  operationState: { startedAt: T1, finishedAt: T2, ...state },
});

const synced = (revision: string, reconciledAt = T2) => ({
  sync: { status: 'Synced', revision },
  reconciledAt,
});

const running = { phase: 'Running', finishedAt: undefined };

function decide(
  status: Application['status'] | undefined,
  more: Partial<Application> = {},
  desired = 'abc',
) {
  const application: Application = {
    metadata: { name: 'web', namespace: 'argocd' },
    spec: { source: { repoURL: 'https://git.acme.dev/a' } },
    status,
    ...more,
  };
  return decideOperation(application, {
    initiator: ME,
    sourcesFit: true,
    desiredRevisions: [desired],
  }).action;
}

describe('decideOperation', () => {
  it.each<[string, Application['status'] | undefined, string]>([
    ['nothing is known of it', undefined, 'sync'],
    ['it never had an operation', { ...synced('old') }, 'sync'],
    ['it is where it should be', synced('abc'), 'done'],
    [
      'it is at the revision and not in sync with it',
      { sync: { status: 'OutOfSync', revision: 'abc' } },
      'sync',
    ],
    [
      'somebody else syncs it, even to the revision',
      { ...theirs(running), ...synced('abc') },
      'wait',
    ],
    [
      'somebody else ends a sync of it',
      theirs({ phase: 'Terminating', finishedAt: undefined }),
      'wait',
    ],
    [
      'somebody else synced it to the revision',
      { ...theirs({ phase: 'Succeeded' }), ...synced('abc') },
      'done',
    ],
    [
      'somebody else synced it, and Argo CD has not looked since',
      { ...theirs({ phase: 'Succeeded' }), ...synced('abc', T1) },
      'sync',
    ],
    [
      'somebody else synced it elsewhere',
      { ...theirs({ phase: 'Succeeded' }), ...synced('old') },
      'sync',
    ],
    ['somebody else failed to sync it', theirs({ phase: 'Failed' }), 'sync'],
    ['our sync runs', mine(running), 'wait'],
    [
      'our sync succeeded',
      mine({ phase: 'Succeeded', syncResult: { revision: 'abc' } }),
      'done',
    ],
    [
      'our sync went elsewhere',
      mine({ phase: 'Succeeded', syncResult: { revision: 'old' } }),
      'refresh',
    ],
    [
      'our sync went elsewhere, and the revision has been seen since',
      {
        ...mine({ phase: 'Succeeded', syncResult: { revision: 'old' } }),
        sync: { status: 'OutOfSync', revision: 'abc' },
      },
      'sync',
    ],
    [
      'our sync went elsewhere, and it was brought to the revision since',
      {
        ...mine({ phase: 'Succeeded', syncResult: { revision: 'old' } }),
        ...synced('abc'),
      },
      'done',
    ],
    [
      'our sync does not say what it synced',
      mine({ phase: 'Succeeded' }),
      'refresh',
    ],
    ['our sync failed', mine({ phase: 'Failed' }), 'fail'],
    ['our sync erred', mine({ phase: 'Error' }), 'fail'],
    [
      'our sync failed at the revision, too',
      mine({ phase: 'Failed', syncResult: { revision: 'abc' } }),
      'fail',
    ],
    [
      'another step of the promotion synced it elsewhere',
      mine(
        { phase: 'Succeeded', syncResult: { revision: 'old' } },
        { step: 'x' },
      ),
      'sync',
    ],
    [
      'another promotion failed',
      mine({ phase: 'Failed' }, { promotion: 'prod.00.abc' }),
      'sync',
    ],
  ])('%s', (_, status, action) => {
    expect(decide(status)).toBe(action);
  });

  it('waits for what was asked for and has not begun, whoever asked', () => {
    expect(decide(synced('abc'), { operation: { info: infoOf(ME) } })).toBe(
      'wait',
    );
    expect(decide(synced('abc'), { operation: {} })).toBe('wait');
  });

  it('syncs again after a failure that was reported', () => {
    const failed = mine({ phase: 'Failed' });
    const application: Application = {
      metadata: { name: 'web', namespace: 'argocd' },
      status: failed,
    };
    const wanted = { sourcesFit: true, desiredRevisions: ['abc'] };
    const at = (attempt: number) =>
      decideOperation(application, {
        ...wanted,
        initiator: { ...ME, attempt },
      }).action;
    expect([at(0), at(1)]).toEqual(['fail', 'sync']);
  });

  it('does not fight with what changes its sources back', () => {
    const application: Application = {
      metadata: { name: 'web', namespace: 'argocd' },
      status: mine({ phase: 'Succeeded', syncResult: { revision: 'abc' } }),
    };
    const decision = decideOperation(application, {
      ...{ initiator: ME, desiredRevisions: ['abc'], sourcesFit: false },
    });
    expect(decision).toMatchObject({
      action: 'fail',
      reason: expect.stringContaining('changed back'),
    });
  });

  it('never takes an Application for done that is to be changed', () => {
    const application: Application = {
      metadata: { name: 'web', namespace: 'argocd' },
      spec: { source: { repoURL: 'https://git.acme.dev/a' } },
      status: synced('abc'),
    };
    const wanted = { initiator: ME, desiredRevisions: ['abc'] };
    expect(
      decideOperation(application, { ...wanted, sourcesFit: false }).action,
    ).toBe('sync');
  });

  it('syncs where nobody says to what', () => {
    expect(decide(synced('abc'), {}, '')).toBe('sync');
    expect(decide(mine({ phase: 'Succeeded' }), {}, '')).toBe('done');
  });

  it('looks at every source', () => {
    const sources = ['a', 'b'].map(name => ({
      repoURL: `https://x.dev/${name}`,
    }));
    const at = (revisions: string[]) =>
      decideOperation(
        {
          metadata: { name: 'web', namespace: 'argocd' },
          spec: { sources },
          status: { sync: { status: 'Synced', revisions } },
        },
        { initiator: ME, sourcesFit: true, desiredRevisions: ['1', '2'] },
      ).action;
    expect([at(['1', '2']), at(['1', '0']), at(['1'])]).toEqual([
      'done',
      'sync',
      'sync',
    ]);
  });
});
