import fc from 'fast-check';
import {
  compareDescending,
  compareVersions,
  parseConstraint,
  parseVersion,
  satisfies,
} from '.';

const matches = (range: string, version: string): boolean =>
  satisfies(parseVersion(version, false)!, parseConstraint(range));

describe('parseVersion', () => {
  it.each(['1', 'v2.3', '2024.01.02', '1.0.0-rc.1+build', '007'])(
    'reads %s loosely',
    text => {
      expect(parseVersion(text, false)).toBeDefined();
    },
  );
  it.each([
    'V1.0.0',
    ' 1.0.0',
    '1.0.0-01',
    '1.2.3.4',
    '1.0.0-',
    '18446744073709551616.0.0',
    'latest',
    '',
  ])('refuses %p', text => expect(parseVersion(text, false)).toBeUndefined());
  it.each(['1', 'v1.2', '01.2.3', '1.02.3'])('refuses %s strictly', text => {
    expect(parseVersion(text, true)).toBeUndefined();
  });
});

describe('satisfies', () => {
  it.each([
    ['^1.4.0', '1.9.0', true],
    ['^0.4.1', '0.5.0', false],
    ['~1.4', '1.4.9', true],
    ['1.4', '1.4.9', true],
    ['>1', '1.9.9', false],
    ['<=1.4', '1.4.9', true],
    ['!=1.4', '1.4.2', false],
    ['*', '3.0.0-rc.1', false],
    ['>=1.0.0-0', '3.0.0-rc.1', true],
    ['>=2.0.0-0 || ^1', '1.5.0-rc.1', false],
    ['1.2 - 2.0', '2.0.7', true],
    ['>=1.2.0, <1.4.0', '1.3.0', true],
    ['>=1.2.0 <1.4.0', '1.4.0', false],
    ['=1.0.0+a', '1.0.0+b', true],
  ])('%s takes %s: %s', (range, version, expected) => {
    expect(matches(range, version)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '>=',
    '==1',
    '1.0 ||',
    ',1.0',
    '>=1.0<2.0',
    '>=1.0 && <2.0',
    'latest',
    '1|2',
    '^1.0.0-01',
  ])('refuses %p with a sentence', range =>
    expect(() => parseConstraint(range)).toThrow(
      `The version range "${range}" cannot be read: `,
    ),
  );

  it('reads hostile text in no time', () => {
    expect(() => parseConstraint(`${'1   '.repeat(120)}!`)).toThrow(
      'cannot be read',
    );
    expect(() => parseConstraint('1'.repeat(600))).toThrow('longer than 512');
  });
});

const number = fc.nat({ max: 3 });
const version = fc
  .tuple(
    number,
    number,
    number,
    fc.constantFrom('', '-a', '-1', '-a.1', '-rc.2'),
  )
  .map(([a, b, c, pre]) => parseVersion(`${a}.${b}.${c}${pre}`, true)!);

describe('order', () => {
  it('is total and turns round', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
        const sorted = [a, b, c].sort(compareDescending);
        expect(compareVersions(sorted[0], sorted[2])).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('agrees with >=', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const inRange = satisfies(a, parseConstraint(`>=${b.original}`));
        if (a.prerelease === '')
          expect(inRange).toBe(compareVersions(a, b) >= 0);
      }),
    );
  });

  it('puts the longer spelling of one version first', () => {
    const texts = ['1', 'v1.0.0', '1.0', '1.0.0'].map(
      text => parseVersion(text, false)!,
    );
    expect(texts.sort(compareDescending).map(one => one.original)).toEqual([
      'v1.0.0',
      '1.0.0',
      '1.0',
      '1',
    ]);
  });
});
