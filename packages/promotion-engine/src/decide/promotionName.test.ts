import fc from 'fast-check';
import { promotionName } from './promotionName';

const ulid = '01J00000000000000000000000';

describe('promotionName', () => {
  it.each([
    [
      { stage: 'Dev', ulid, freight: 'ABCDEF0123' },
      'dev.01j00000000000000000000000.abcdef0',
    ],
    [
      { stage: 'dev', target: 'eu', ulid, freight: 'abc' },
      'dev.eu.01j00000000000000000000000.abc',
    ],
    [{ stage: '', ulid, freight: 'abc' }, ''],
    [{ stage: 'dev', ulid, freight: '' }, ''],
  ])('%j', (parts, expected) => {
    expect(promotionName(parts)).toBe(expected);
  });

  it('fits into 253 characters and has no empty label', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]([a-z.-]{0,400}[a-z])?$/), stage => {
        const name = promotionName({ stage, ulid, freight: 'f'.repeat(40) });
        expect(name.length).toBeLessThanOrEqual(253);
        if (stage.length > 218) expect(name).not.toMatch(/[.-]\.01j/);
      }),
    );
  });
});
