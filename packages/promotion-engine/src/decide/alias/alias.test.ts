import fc from 'fast-check';
import { generateAlias } from './alias';
import { ADJECTIVES, ANIMALS } from './words';

const seed = fc.stringMatching(/^[0-9a-f]{32}$/);

describe('generateAlias', () => {
  it('knows no word twice', () => {
    expect(new Set(ADJECTIVES).size).toBe(ADJECTIVES.length);
    expect(new Set(ANIMALS).size).toBe(ANIMALS.length);
  });

  it('is two words, and the same for the same seed', () => {
    fc.assert(
      fc.property(seed, fc.nat(), (text, attempt) => {
        expect(generateAlias(text, attempt)).toMatch(/^[a-z]+-[a-z]+$/);
        expect(generateAlias(text, attempt)).toBe(generateAlias(text, attempt));
      }),
    );
  });

  it('walks through all of them before one comes again', () => {
    const total = ADJECTIVES.length * ANIMALS.length;
    const seen = new Set(
      Array.from({ length: total }, (_, attempt) =>
        generateAlias('0123456789abcdef', attempt),
      ),
    );
    expect(seen.size).toBe(total);
  });
});
