/** go-yaml's order of keys: numbers inside them count as numbers, so `a2` stands before `a10`. */
export function compareKeys(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  let afterDigit = false;
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    if (a[i] !== b[i]) {
      return compareFrom(a, b, { at: i, afterDigit });
    }
    afterDigit = isDigit(a[i]);
  }
  return a.length - b.length;
}

function compareFrom(
  a: string[],
  b: string[],
  { at, afterDigit }: { at: number; afterDigit: boolean },
): number {
  const leftLetter = isLetter(a[at]);
  const rightLetter = isLetter(b[at]);
  if (leftLetter !== rightLetter) {
    // a number ends before a letter; otherwise letters come last
    return leftLetter === afterDigit ? -1 : 1;
  }
  const byCode = a[at].codePointAt(0)! - b[at].codePointAt(0)!;
  return leftLetter ? byCode : compareNumbers(a, b, at) || byCode;
}

function compareNumbers(a: string[], b: string[], at: number): number {
  const left = digitsFrom(a, at);
  const right = digitsFrom(b, at);
  // a zero inside a number counts as a digit, at its start it does not
  const inside =
    (a[at] === '0' || b[at] === '0') &&
    /[1-9]\d*$/.test(a.slice(0, at).join(''))
      ? '1'
      : '0';
  const difference = BigInt(inside + left) - BigInt(inside + right);
  return difference === 0n
    ? left.length - right.length
    : Number(difference > 0n) - Number(difference < 0n);
}

function digitsFrom(characters: string[], at: number): string {
  return /^\d*/.exec(characters.slice(at).join(''))![0];
}

function isDigit(character: string): boolean {
  return /^\p{Nd}$/u.test(character);
}

function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character);
}
