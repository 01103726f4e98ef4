import { Fault } from './errors';

/** What one evaluation may cost. Every number is a count, none is a time, so that a result never depends on the machine. */
export interface Limits {
  /** Nodes visited, elements and characters touched by functions. */
  readonly steps: number;
  /** Elements of arrays and maps that come into being, as expr-lang's memory budget counts them. */
  readonly elements: number;
  /** UTF-16 units of the longest string. */
  readonly textLength: number;
}

/**
 * A step is what takes about a tenth of a microsecond, so that all of them take some 15 milliseconds.
 * `elements` is expr-lang's own budget (`conf.DefaultMemoryBudget`); the others bound what expr-lang leaves open.
 */
export const defaultLimits: Limits = {
  steps: 150_000,
  elements: 1_000_000,
  textLength: 2_000_000,
};

/** expr-lang's `conf.DefaultMaxNodes`. */
export const MAX_NODES = 10_000;

/** Levels of nesting in the source and in values: more than any person writes, less than fills the stack. */
export const MAX_DEPTH = 500;

/** The height of the tree: `1 + 1 + 1 …` nests nowhere in the source, but deeply in the tree. */
export const MAX_HEIGHT = 1_500;

/** Source beyond this is refused before it is read. */
export const MAX_SOURCE_LENGTH = 100_000;

/** Counts down while one expression is evaluated. */
export class Budget {
  private steps: number;
  private elements: number;
  private depth = 0;
  private readonly textLength: number;

  constructor(limits: Partial<Limits> = {}) {
    this.steps = limits.steps ?? defaultLimits.steps;
    this.elements = limits.elements ?? defaultLimits.elements;
    this.textLength = limits.textLength ?? defaultLimits.textLength;
  }

  /** Throws a `Fault` when the evaluation has done too much. */
  step(count = 1): void {
    this.steps -= count;
    if (this.steps < 0) {
      throw new Fault('evaluation takes too many steps');
    }
  }

  /** Throws a `Fault` when `count` more elements are too many; call it before they are made. */
  grow(count: number): void {
    this.elements -= count;
    if (this.elements <= 0) {
      throw new Fault('memory budget exceeded');
    }
    this.step(count);
  }

  /** Throws a `Fault` when a string of that length is too long; call it before it is made. */
  text(length: number): void {
    if (length > this.textLength) {
      throw new Fault('memory budget exceeded');
    }
    this.scan(length);
  }

  /** Pays for looking at so many characters or elements, one after the other. */
  scan(length: number): void {
    this.step(Math.ceil(length / 8));
  }

  /** Runs `inner` one level deeper in a value; throws a `Fault` where it is nested too deeply. */
  nested<T>(inner: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      throw new Fault('value is nested too deeply');
    }
    const result = inner();
    this.depth -= 1;
    return result;
  }
}
