import { FreightCellState } from '@stevedore/plugin-stevedore-common';
import { cell, freightItem, stage } from '../../fixtures/pipeline';
import { cellView } from './cellView';

const item = freightItem('1.4.2');
const STATES: [FreightCellState, string][] = [
  ['here', 'here'],
  ['was', 'was here'],
  ['verified', 'verified'],
  ['soaking', 'soaking'],
  ['eligible', 'may enter'],
  ['waitsForApproval', '1 of 2 approved'],
  ['queued', 'queued'],
  ['promoting', 'step 1 of 2'],
  ['failed', 'failed'],
  ['blocked', 'blocked'],
  ['notOnItsWay', 'not on its way'],
];

it.each(STATES)('says %s as “%s”', (state, word) => {
  const count = { done: 1, of: 2 };
  const view = cellView(cell('prod', { state, count }), item, stage('prod'));
  expect(view.badge.word).toBe(word);
  expect(view.promote).toBeUndefined();
});

it('has another shape for every state', () => {
  const shapes = STATES.map(
    ([state]) =>
      cellView(cell('prod', { state }), item, stage('prod')).badge.shape,
  );
  expect(new Set(shapes).size).toBe(STATES.length);
});

it.each([
  ['eligible', 'Promote 1.4.2 to prod', true],
  ['verified', 'Promote 1.4.2 to prod', false],
  ['here', 'Promote 1.4.2 to prod again', false],
] as const)(
  'offers a promotion where one would be taken: %s',
  (state, label, first) => {
    const open = cell('prod', { state, mayEnter: true });
    const view = cellView(open, item, stage('prod'));
    expect(view.promote).toEqual({
      verb: 'Promote',
      label,
      reason: undefined,
    });
    expect(view.promoteFirst).toBe(first);
  },
);

it.each([
  ['eligible', 'Queue 1.4.2 for prod until the lock is released'],
  ['here', 'Queue 1.4.2 for prod again until the lock is released'],
] as const)('says that it would wait: %s', (state, label) => {
  const queues = 'until the lock is released';
  const open = cell('prod', { state, mayEnter: true, queues });
  expect(cellView(open, item, stage('prod')).promote?.label).toBe(label);
});

it.each([
  [{ promote: 'no request' }, 'no request'],
  [{ plan: 'no plans' }, 'no plans'],
  [{ hold: 'no holds' }, undefined],
])('says why the reader may not: %o', (whyNot, reason) => {
  const open = cell('prod', { state: 'eligible', mayEnter: true });
  const view = cellView(open, item, stage('prod', { whyNot }));
  expect(view.promote?.reason).toBe(reason);
});

it('says reasons as sentences, without references', () => {
  const sentence = 'waits for group:default/release-managers';
  const view = cellView(cell('prod', { sentence }), item, stage('prod'));
  expect(view.note).toBe('Waits for release-managers.');
});

it('says in the cell what its label begins with, so that both can be spoken', () => {
  for (const queues of [undefined, 'until the lock is released']) {
    const open = cell('prod', { state: 'eligible', mayEnter: true, queues });
    const { label, verb } = cellView(open, item, stage('prod')).promote!;
    expect(label.startsWith(`${verb} `)).toBe(true);
    expect(verb).toBe(queues ? 'Queue' : 'Promote');
  }
});
