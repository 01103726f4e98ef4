/** Every node knows the offset of the token that its errors should point at, in UTF-16 units. */
interface Placed {
  readonly at: number;
}

export interface Literal extends Placed {
  readonly kind: 'literal';
  /** nil, bool, int (bigint), float (number), string or bytes. */
  readonly value: null | boolean | bigint | number | string | Uint8Array;
}

export interface Identifier extends Placed {
  readonly kind: 'identifier';
  readonly name: string;
}

/** `#`, `#index` or `#acc` inside a predicate; `name` is empty for the element itself. */
export interface Pointer extends Placed {
  readonly kind: 'pointer';
  readonly name: string;
}

export interface Unary extends Placed {
  readonly kind: 'unary';
  readonly operator: string;
  readonly operand: Node;
}

export interface Binary extends Placed {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Node;
  readonly right: Node;
}

export interface Conditional extends Placed {
  readonly kind: 'conditional';
  readonly test: Node;
  readonly then: Node;
  readonly otherwise: Node;
}

/** `object.name`, `object[index]` and their optional forms with `?.`. */
export interface Member extends Placed {
  readonly kind: 'member';
  readonly object: Node;
  readonly property: Node;
  readonly optional: boolean;
}

export interface Slice extends Placed {
  readonly kind: 'slice';
  readonly object: Node;
  readonly from?: Node;
  readonly to?: Node;
}

/** The extent of `?.`: where one inside finds nil, the whole chain is nil. */
export interface Chain extends Placed {
  readonly kind: 'chain';
  readonly node: Node;
}

/** A call of a named function or of a method. */
export interface Call extends Placed {
  readonly kind: 'call';
  readonly callee: Identifier | Member;
  readonly arguments: readonly Node[];
  /** `::name(…)`: a built-in function, whatever a host function of that name does. */
  readonly builtinOnly?: boolean;
}

/** A built-in that evaluates an expression for every element, like `filter(list, # > 1)`. */
export interface Iteration extends Placed {
  readonly kind: 'iteration';
  readonly name: string;
  readonly collection: Node;
  readonly predicate?: Node;
  /** The initial value of `reduce`, the order of `sortBy`. */
  readonly extra?: Node;
  /** Set by the optimizer: an element must be found, and `count` may stop at that number. */
  readonly mustFind?: boolean;
  readonly enough?: number;
}

export interface ArrayLiteral extends Placed {
  readonly kind: 'array';
  readonly elements: readonly Node[];
}

export interface MapLiteral extends Placed {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: Node; readonly value: Node }[];
}

export interface Let extends Placed {
  readonly kind: 'let';
  readonly name: string;
  readonly value: Node;
  readonly body: Node;
}

/** `a; b`: all are evaluated, the last one is the result. */
export interface Sequence extends Placed {
  readonly kind: 'sequence';
  readonly nodes: readonly Node[];
}

/** Made by the optimizer from `x in ["a", "b"]`: anything but a string or nil is an error. */
export interface InStrings extends Placed {
  readonly kind: 'inStrings';
  readonly left: Node;
  readonly strings: ReadonlySet<string>;
}

/** Made by the optimizer from `x in 1..9` with an int on the left. */
export interface Between extends Placed {
  readonly kind: 'between';
  readonly left: Node;
  readonly from: bigint;
  readonly to: bigint;
}

export type Node =
  | Literal
  | Identifier
  | Pointer
  | Unary
  | Binary
  | Conditional
  | Member
  | Slice
  | Chain
  | Call
  | Iteration
  | ArrayLiteral
  | MapLiteral
  | Let
  | Sequence
  | InStrings
  | Between;

/** A parsed expression; immutable, may be kept and evaluated any number of times. */
export interface Ast {
  readonly source: string;
  readonly root: Node;
}
