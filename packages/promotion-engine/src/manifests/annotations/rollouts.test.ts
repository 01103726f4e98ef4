import { parseRollouts } from './rollouts';

describe('parseRollouts', () => {
  it('reads namespace and name, with a cluster or without', () => {
    expect(parseRollouts('shop/web, prod-eu/shop/worker.v2')).toEqual([
      { namespace: 'shop', name: 'web' },
      { cluster: 'prod-eu', namespace: 'shop', name: 'worker.v2' },
    ]);
  });

  it.each([
    ['web', '"web" names no Rollout', 0],
    ['', '"" names no Rollout', 0],
    ['shop/web, a/b/c/d', '"a/b/c/d" names no Rollout', 10],
    ['shop/*', '"shop/*" names no Rollout', 0],
    ['shop/web,  shop/web', 'shop/web stands here twice', 11],
    ['/shop/web', '"/shop/web" names no Rollout', 0],
  ])('refuses %p', (text, message, offset) => {
    expect(() => parseRollouts(text)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(message),
        offset,
      }),
    );
  });
});
