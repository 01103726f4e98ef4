import { GlobStep } from './globSteps';

/** Where to go on when what was tried last does not fit. */
interface Retry {
  step: number;
  char: number;
}

/**
 * What may be left of a glob when the text has ended. `apps/**` stands for `apps` too, since that may be
 * a directory, but a `*` that something follows wants its segment to be there.
 */
function mayEnd(left: readonly GlobStep[]): boolean {
  const [first, second] = left;
  if (first === undefined) return true;
  if (left.length > 2) return false;
  if (second === undefined) return first.kind !== 'char';
  return (
    first.kind === 'char' &&
    first.separator &&
    (second.kind === 'rest' || second.kind === 'segments')
  );
}

class Attempt {
  private step = 0;
  private char = 0;
  private star: Retry | undefined;
  private segments: Retry | undefined;

  constructor(
    private readonly steps: readonly GlobStep[],
    private readonly chars: readonly string[],
  ) {}

  succeeds(): boolean {
    while (this.char < this.chars.length) {
      const step = this.steps[this.step];
      if (step?.kind === 'rest') return true;
      if (!this.advance(step) && !this.retry()) return false;
    }
    return mayEnd(this.steps.slice(this.step));
  }

  private advance(step: GlobStep | undefined): boolean {
    if (step === undefined) return false;
    if (step.kind === 'char') {
      if (!step.fits(this.chars[this.char])) return false;
      this.char += 1;
    } else {
      const from = { step: this.step + 1, char: this.char };
      this.star = step.kind === 'star' ? from : undefined;
      if (step.kind === 'segments') this.segments = from;
    }
    this.step += 1;
    return true;
  }

  /** The last `*` takes one character more, or else the last `**` one segment more. */
  private retry(): boolean {
    if (this.star && this.chars[this.star.char] !== '/') {
      this.star = { ...this.star, char: this.star.char + 1 };
      this.resume(this.star);
      return true;
    }
    if (!this.segments) return false;
    const end = this.chars.indexOf('/', this.segments.char);
    if (end < 0) return false;
    this.segments = { ...this.segments, char: end + 1 };
    // the star of an earlier segment has nothing to say about this one
    this.star = undefined;
    this.resume(this.segments);
    return true;
  }

  private resume({ step, char }: Retry): void {
    this.step = step;
    this.char = char;
  }
}

/** Whether the whole text fits; at worst it takes time with the product of both lengths. */
export function matchesSteps(
  steps: readonly GlobStep[],
  text: string,
): boolean {
  return new Attempt(steps, [...text]).succeeds();
}
