import { cell, freightItem, promotion } from '../../fixtures/pipeline';
import { queuedBy } from './queuedBy';

const LOCKED = 'waits: prod is locked by user:default/lin: incident 812';
const gates = [
  {
    gate: 'locks',
    status: 'blocked' as const,
    sentence: 'prod is locked by user:default/lin: incident 812',
    clearedBy: ['user:default/lin'],
  },
];
const pending = promotion({ name: 'prod.2', phase: 'Pending' });

/** What is said of it when its cell of the timeline is this one. */
function said(changes: Parameters<typeof cell>[1], waiting = pending) {
  const cells = [cell('dev'), cell('prod', changes)];
  return queuedBy(waiting, { items: [freightItem('1.4.2', { cells })] })
    .sentence;
}

const queued = {
  state: 'queued' as const,
  promotion: 'prod.2',
  sentence: LOCKED,
  gates,
};

it('says of a promotion in its queue what holds it back', () => {
  expect(said(queued)).toBe(LOCKED);
});

it.each([
  ['another waits there', { ...queued, promotion: 'prod.1' }, pending],
  ['only its turn is missing', { ...queued, gates: [] }, pending],
  ['the cell is older than it', { ...queued, state: 'here' as const }, pending],
  ['it runs', queued, promotion({ name: 'prod.2', phase: 'Running' })],
])('leaves its own words when %s', (_, changes, waiting) => {
  expect(said(changes, waiting)).toBe(waiting.sentence);
});
