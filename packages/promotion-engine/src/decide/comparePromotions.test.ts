import fc from 'fast-check';
import { comparePromotions, nextPromotion } from './comparePromotions';

describe('comparePromotions', () => {
  it('puts the running one first, waiting ones by age, ended ones newest first', () => {
    const promotions = [
      { name: 'a', phase: 'Succeeded' },
      { name: 'b', phase: 'Pending' },
      { name: 'c', phase: 'Failed' },
      { name: 'd', phase: 'Running' },
      { name: 'e', phase: '' },
    ];
    expect(promotions.sort(comparePromotions).map(one => one.name)).toEqual([
      'd',
      'b',
      'e',
      'c',
      'a',
    ]);
    expect(nextPromotion(promotions)?.name).toBe('d');
  });

  it('has nothing next when all have ended', () => {
    expect(nextPromotion([{ name: 'a', phase: 'Aborted' }])).toBeUndefined();
    expect(nextPromotion([])).toBeUndefined();
  });

  it('does not depend on the order it is given', () => {
    const one = fc.record({
      name: fc.string(),
      phase: fc.constantFrom('Running', 'Pending', 'Succeeded', 'Errored'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: p => p.name }), list => {
        const turned = [...list].reverse().sort(comparePromotions);
        expect(turned).toEqual([...list].sort(comparePromotions));
      }),
    );
  });
});
