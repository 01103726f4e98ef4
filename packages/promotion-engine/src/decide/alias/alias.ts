import { ADJECTIVES, ANIMALS } from './words';

/**
 * A name that people can say, `adjective-animal`, for freight that has none (Kargo gives such ones too).
 * @param seed - hex digits, at least 16; equal seeds give equal aliases.
 * @param attempt - counts up from 0 while the alias before is taken; it walks through every alias there is.
 */
export function generateAlias(seed: string, attempt = 0): string {
  const total = ADJECTIVES.length * ANIMALS.length;
  const start = Number(BigInt(`0x${seed.slice(0, 16)}`) % BigInt(total));
  // a step without common divisor, so that the walk misses nothing and looks like chance
  const at = (start + (attempt % total) * stepFor(total)) % total;
  return `${ADJECTIVES[at % ADJECTIVES.length]}-${
    ANIMALS[Math.floor(at / ADJECTIVES.length)]
  }`;
}

const divisor = (a: number, b: number): number =>
  b === 0 ? a : divisor(b, a % b);

function stepFor(total: number): number {
  let step = Math.floor(total * 0.618);
  while (divisor(total, step) !== 1) step += 1;
  return step;
}
