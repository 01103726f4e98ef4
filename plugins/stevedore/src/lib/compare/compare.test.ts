import { FreightVersion } from '@stevedore/plugin-stevedore-common';
import { freightItem, freightSummary, minutesAgo, stage } from '../../fixtures';
import { compareRows } from './compareRows';
import { compareWith } from './compareWith';

const image = (version: string, digest?: string): FreightVersion => ({
  ...{ kind: 'image', source: 'ghcr.io/acme/web', version, digest },
});
const rows = (from: FreightVersion[], to: FreightVersion[]) =>
  compareRows({ versions: from }, { versions: to });

it.each([
  [[image('1.0.0', 'a')], [image('1.1.0', 'b')], 'other version'],
  [[image('1.0.0', 'a')], [image('1.0.0', 'a')], 'the same'],
  [[image('1.0.0', 'a')], [image('1.0.0', 'b')], 'same version, other content'],
  [[], [image('1.0.0')], 'only in the second'],
  [[image('1.0.0')], [], 'only in the first'],
])('says what became of an artifact: %#', (from, to, verdict) => {
  expect(rows(from, to).map(row => row.verdict)).toEqual([verdict]);
});

it('shows commits short, and no digest that is the version', () => {
  const id = 'c'.repeat(40);
  const commit: FreightVersion = {
    ...{ kind: 'commit', source: 'https://git/acme/web.git' },
    ...{ version: id, digest: id },
  };
  expect(rows([], [commit])).toMatchObject([
    { name: 'web', to: { version: 'ccccccc', whole: id, digest: undefined } },
  ]);
});

describe('what freight is compared with first', () => {
  const [v1, v2, v3] = ['1.0.0', '1.1.0', '1.2.0'].map((version, index) =>
    freightItem(version, { discoveredAt: minutesAgo(30 - index) }),
  );
  const holding = (...versions: (string | undefined)[]) => ({
    stages: versions.map((version, index) =>
      stage(['dev', 'staging', 'prod'][index], {
        here: version ? [freightSummary(version)] : [],
      }),
    ),
    freight: { items: [v3, v2, v1] },
  });

  it.each([
    ['the next stage', ['1.2.0', '1.1.0', '1.0.0'], v3, 'staging', '1.1.0'],
    ['the one after it', ['1.2.0', '1.2.0', '1.0.0'], v3, 'prod', '1.0.0'],
    [
      'the first, where it is nowhere',
      ['1.1.0', undefined],
      v3,
      'dev',
      '1.1.0',
    ],
    ['an earlier one', ['1.2.0', '1.1.0', '1.0.0'], v1, 'dev', '1.2.0'],
    ['the one before', ['1.2.0', '1.2.0'], v3, undefined, '1.1.0'],
    ['any other', ['1.0.0'], v1, undefined, '1.2.0'],
  ])('is what is in %s', (_, here, item, at, version) => {
    expect(compareWith(holding(...here), item)).toMatchObject({
      ...(at ? { stage: at } : {}),
      freight: { name: freightSummary(version!).name },
    });
  });

  it('is nothing where there is no other of its warehouse', () => {
    const other = { ...v2, origin: 'Warehouse/else' };
    const alone = { stages: [stage('dev')], freight: { items: [v1, other] } };
    expect(compareWith(alone, v1)).toBeUndefined();
  });
});
