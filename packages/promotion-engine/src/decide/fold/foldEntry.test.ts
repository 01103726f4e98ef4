import { NewEntry } from '../../model/ledger';
import { rowKey } from '../../model/rows';
import {
  entryOf,
  freightFound,
  requested,
  sampleFreight,
  sampleName,
} from '../../testing/store/samples';
import { foldEntry } from './foldEntry';
import { RowSet } from './rowSet';

function folded(...entries: NewEntry[]): RowSet {
  const rows = new RowSet();
  for (const entry of entries) foldEntry(rows, 'shop', entry);
  return rows;
}

const [first, second] = [1, 2].map(n => sampleName('dev', n));
const started = (promotion: string) =>
  entryOf('promotion.started', { promotion, stage: 'dev' });
const changed = (promotion: string) =>
  entryOf('promotion.changed', {
    promotion,
    stage: 'dev',
    steps: [0, 1],
    digest: 'new',
    effects: [],
    inputs: { 'git:x#main': 'head' },
    differences: ['values.yaml differs'],
  });

describe('a promotion that changed and waits for people again', () => {
  const before = [
    requested('dev', 1),
    requested('dev', 2),
    started(first),
    entryOf('step.finished', {
      promotion: first,
      index: 0,
      status: 'Succeeded',
      output: { head: 'x' },
    }),
  ];

  it('gives its stage free, and begins anew', () => {
    const rows = folded(...before, changed(first));
    expect(rows.get(rowKey.stage('dev'))?.currentPromotion).toBeUndefined();
    expect(rows.get(rowKey.promotion(first))).toMatchObject({
      phase: 'Requested',
      digest: 'new',
      changed: ['values.yaml differs'],
      currentStep: 0,
      pins: { inputs: { 'git:x#main': 'head' } },
    });
    const step = rows.get(rowKey.step(first, 0));
    expect(step).toMatchObject({ status: 'Pending' });
    expect(step?.output).toBeUndefined();
  });

  it('lets another one start there', () => {
    const rows = folded(...before, changed(first), started(second));
    expect(rows.get(rowKey.stage('dev'))?.currentPromotion).toBe(second);
  });

  it('takes no stage from another one', () => {
    const rows = folded(...before, changed(second));
    expect(rows.get(rowKey.stage('dev'))?.currentPromotion).toBe(first);
  });
});

describe('an alias', () => {
  const [one, two] = [1, 2].map(n => sampleFreight(n));
  const aliasSet = (freight: string, before: string, alias: string) =>
    entryOf('freight.aliasSet', { freight, before, alias });
  const ownerOf = (rows: RowSet, alias: string) =>
    rows.get(rowKey.freightAlias(alias))?.freight;

  it('moves with its freight, and is free afterwards', () => {
    const rows = folded(
      freightFound(1),
      aliasSet(one.name, one.alias, 'proud-otter'),
    );
    expect(ownerOf(rows, 'proud-otter')).toBe(one.name);
    expect(ownerOf(rows, one.alias)).toBeUndefined();
    expect(rows.get(rowKey.freight(one.name))?.alias).toBe('proud-otter');
  });

  it('stays with whom it was given to first', () => {
    const rows = folded(
      freightFound(1),
      freightFound(2, { alias: one.alias }),
      aliasSet(two.name, one.alias, 'proud-otter'),
    );
    expect(ownerOf(rows, one.alias)).toBe(one.name);
    expect(ownerOf(rows, 'proud-otter')).toBe(two.name);
  });

  it('stays when it is given again', () => {
    const rows = folded(
      freightFound(1),
      aliasSet(one.name, one.alias, one.alias),
    );
    expect(ownerOf(rows, one.alias)).toBe(one.name);
  });
});

describe('a quarantine', () => {
  const { name: freight } = sampleFreight(1);
  const quarantined = entryOf(
    'freight.quarantined',
    { freight },
    { reason: 'leaks', actor: 'user:default/ada' },
  );

  it('stands on the freight with its reason, and goes when it is lifted', () => {
    const before = folded(freightFound(1), quarantined);
    expect(before.get(rowKey.freight(freight))?.quarantine).toEqual({
      at: quarantined.at,
      actor: 'user:default/ada',
      reason: 'leaks',
    });
    const after = folded(
      freightFound(1),
      quarantined,
      entryOf('freight.quarantineLifted', { freight }),
    );
    expect(after.get(rowKey.freight(freight))?.quarantine).toBeUndefined();
  });
});
