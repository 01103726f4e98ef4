import { NewEntry } from '../../model/ledger';
import { rowKey } from '../../model/rows';
import {
  entryOf,
  ran,
  requested,
  sampleFreight,
  sampleName,
  second,
} from '../../testing/store/samples';
import { foldEntry } from './foldEntry';
import { RowSet } from './rowSet';

const [first, back] = [1, 2].map(n => sampleName('dev', n));
const rollback = {
  of: first,
  out: sampleFreight(1).name,
  because: 'verification' as const,
  verification: 'v1',
  badSince: second(1),
};
const asked = {
  ...requested('dev', 2, { intent: 'hold', rollback }),
  reason: 'verification failed',
} as NewEntry;

function folded(...entries: NewEntry[]): RowSet {
  const rows = new RowSet();
  for (const entry of entries) foldEntry(rows, 'shop', entry);
  return rows;
}

it('tells the stage at once which failure is answered by which rollback', () => {
  const rows = folded(requested('dev', 1), ...ran('dev', 1), asked);
  expect(rows.get(rowKey.promotion(back))).toMatchObject({ rollback });
  expect(rows.get(rowKey.stage('dev'))?.rollback).toEqual({
    of: first,
    verification: 'v1',
    at: asked.at,
    promotion: back,
  });
});

it('marks what it brought, and holds auto-promotion with its reason', () => {
  const stage = folded(
    requested('dev', 1),
    ...ran('dev', 1),
    asked,
    ...ran('dev', 2),
  ).get(rowKey.stage('dev'));
  expect(stage?.history.map(each => [each.promotion, each.rollback])).toEqual([
    [back, true],
    [first, undefined],
  ]);
  expect(stage?.holds['Warehouse/web']).toMatchObject({
    promotion: back,
    reason: 'verification failed',
  });
});

it('keeps how long it took, and why there was none', () => {
  const rows = folded(
    requested('dev', 1),
    asked,
    entryOf('promotion.restored', {
      promotion: back,
      stage: 'dev',
      badSince: second(1),
      afterMs: 5000,
    }),
    entryOf(
      'rollback.skipped',
      { stage: 'dev', of: back },
      { reason: 'never a rollback of a rollback' },
    ),
  );
  expect(rows.get(rowKey.promotion(back))?.restored?.afterMs).toBe(5000);
  expect(rows.get(rowKey.stage('dev'))?.rollback).toMatchObject({
    of: back,
    skipped: 'never a rollback of a rollback',
  });
});
