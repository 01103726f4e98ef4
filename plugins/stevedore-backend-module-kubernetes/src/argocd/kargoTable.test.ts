import { Application, OperationState } from './application';
import { decideOperation, infoOf, Initiator } from './decideOperation';

/** kargo.md 10.2, point 6, row by row; where we do something else on purpose, the row says why. */
describe('the decision table of argocd-update', () => {
  const ME: Initiator = { promotion: 'prod.01.abc', step: 'sync', attempt: 0 };
  const AT = '2026-05-04T12:00:00Z';
  const ended = { startedAt: AT, finishedAt: AT };
  const running = { phase: 'Running', startedAt: AT };
  const own = { operation: { info: infoOf(ME) } };
  const other = { operation: { info: infoOf({ ...ME, promotion: 'x' }) } };

  function decide(
    operationState: OperationState | undefined,
    { desired = 'abc', at }: { desired?: string; at?: string } = {},
  ) {
    const application: Application = {
      metadata: { name: 'web', namespace: 'argocd' },
      spec: { source: { repoURL: 'https://git.acme.dev/a' } },
      status: {
        operationState,
        reconciledAt: AT,
        ...(at && { sync: { status: 'Synced', revision: at } }),
      },
    };
    const wanted = { sourcesFit: true, desiredRevisions: [desired] };
    return decideOperation(application, { initiator: ME, ...wanted }).action;
  }

  it.each<[string, Parameters<typeof decide>, string]>([
    ['no operation: sync', [undefined], 'sync'],
    ['of nobody we know, running: wait', [running], 'wait'],
    ['of another promotion, running: wait', [{ ...other, ...running }], 'wait'],
    [
      'of nobody we know, completed: sync',
      [{ ...ended, phase: 'Succeeded' }],
      'sync',
    ],
    [
      'of another promotion, completed: sync',
      [{ ...other, ...ended, phase: 'Succeeded' }],
      'sync',
    ],
    [
      'of another promotion, completed, at the desired revision: not again (Kargo does, for nothing)',
      [{ ...other, ...ended, phase: 'Succeeded' }, { at: 'abc' }],
      'done',
    ],
    ['own, running: wait', [{ ...own, ...running }], 'wait'],
    [
      'own, completed without a result: again, once Argo CD has seen the revision (Kargo at once, which goes wrong again)',
      [{ ...own, ...ended, phase: 'Succeeded' }],
      'refresh',
    ],
    [
      'own, completed at another revision: again, once Argo CD has seen the revision',
      [
        {
          ...{ ...own, ...ended, phase: 'Succeeded' },
          syncResult: { revision: 'old' },
        },
      ],
      'refresh',
    ],
    [
      'own, completed at the revision: Succeeded is done',
      [
        {
          ...{ ...own, ...ended, phase: 'Succeeded' },
          syncResult: { revision: 'abc' },
        },
      ],
      'done',
    ],
    [
      'own, completed, none desired: Succeeded is done',
      [{ ...own, ...ended, phase: 'Succeeded' }, { desired: '' }],
      'done',
    ],
    ...(['Failed', 'Error'] as const).flatMap(
      (phase): [string, Parameters<typeof decide>, string][] => [
        [
          `own, completed at the revision: ${phase} is a failure`,
          [{ ...own, ...ended, phase, syncResult: { revision: 'abc' } }],
          'fail',
        ],
        [
          `own, completed, none desired: ${phase} is a failure`,
          [{ ...own, ...ended, phase }, { desired: '' }],
          'fail',
        ],
      ],
    ),
  ])('%s', (_, [state, how], action) => {
    expect(decide(state, how)).toBe(action);
  });
});
