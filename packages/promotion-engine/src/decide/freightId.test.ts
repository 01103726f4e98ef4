import fc from 'fast-check';
import { FreightOrigin, Image } from '../model/artifacts';
import { freightId } from './freightId';

const origin: FreightOrigin = { kind: 'Warehouse', name: 'shop' };
const none = { commits: [], images: [], charts: [], artifacts: [] };
const image = (tag: string): Image => ({
  repoURL: 'quay.io/team/app',
  tag,
  digest: `sha256:${tag}`,
});

describe('freightId', () => {
  it('is the SHA-1 of origin and parts', () => {
    // printf 'Warehouse/shop:' | sha1sum
    expect(freightId(origin, none)).toBe(
      '0baf783d1e47cc7dbeea44299f9a4a57a2b76741',
    );
  });

  it('does not depend on the order of artifacts', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z0-9.]{1,10}$/)),
        tags => {
          const images = tags.map(image);
          const turned = [...images].reverse();
          expect(freightId(origin, { ...none, images })).toBe(
            freightId(origin, { ...none, images: turned }),
          );
        },
      ),
    );
  });

  it('spells a Git repository one way and an image as given', () => {
    const commit = (repoURL: string) =>
      freightId(origin, { ...none, commits: [{ repoURL, id: 'c0ffee' }] });
    expect(commit('https://Git.example.org/a.git')).toBe(
      commit('https://git.example.org/a'),
    );
    const named = (repoURL: string) =>
      freightId(origin, { ...none, images: [{ ...image('1'), repoURL }] });
    expect(named('redis')).not.toBe(named('docker.io/library/redis'));
  });

  it.each([
    ['annotations', { annotations: { a: 'b' } }, true],
    ['the subscription', { subscriptionName: 'web' }, false],
    ['the digest', { digest: 'sha256:other' }, false],
  ])('looks at %s', (_, change, same) => {
    const before = freightId(origin, { ...none, images: [image('1')] });
    const after = freightId(origin, {
      ...none,
      images: [{ ...image('1'), ...change }],
    });
    expect(after === before).toBe(same);
  });

  it('resolves dots between a chart repository and its name', () => {
    const chart = (repoURL: string, name: string) =>
      freightId(origin, {
        ...none,
        charts: [{ repoURL, name, version: '1.0.0' }],
      });
    expect(chart('https://charts.example.org/a', '../b')).toBe(
      chart('https://charts.example.org', 'b'),
    );
  });
});
