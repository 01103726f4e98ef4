import type { Budget } from '../limits';

/**
 * A value of the language. Whatever `JSON.parse` returns is one already: floats are numbers, as Go's
 * `encoding/json` decodes every number to a float; ints are bigints; everything that Go would call a
 * named type or a struct is an `ObjectValue`.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Value[]
  | ValueMap
  | AnyMap
  | ObjectValue;

/** A map with string keys. Only own properties count. */
export interface ValueMap {
  readonly [key: string]: Value;
}

/** A map with keys of any type, as `groupBy` and `fromPairs` make them. */
export type AnyMap = ReadonlyMap<Value, Value>;

/** A value with fields and methods: a time, a duration, a version, an artifact … */
export abstract class ObjectValue {
  abstract readonly type: ObjectType;

  /** Steps that a look at it costs. */
  get cost(): number {
    return 10;
  }

  /** The value of a field that the type declares. */
  field(_name: string): Value {
    return null;
  }

  /** What `string()` makes of it (Go's `%v`). */
  abstract text(budget: Budget): string;

  /** What stands for it in JSON and in YAML: a value without objects. */
  abstract plain(): Value;

  /** The integer it is underneath, where Go would convert it to one. */
  integer(): bigint | undefined {
    return undefined;
  }

  equals(other: Value): boolean {
    return this === other;
  }
}

/** What Go calls a named type: fields and methods instead of keys. */
export interface ObjectType {
  /** As Go prints it. */
  readonly name: string;
  /** What `type()` says of a value. */
  readonly word: string;
  /** Underneath it is a number or a string and no struct, so `in` cannot ask for its fields. */
  readonly scalar?: boolean;
  readonly fields: Readonly<Record<string, StaticType>>;
  readonly methods: Readonly<Record<string, Method>>;
}

/** Its parameters are checked before evaluation where the object's type is known. */
export interface Method {
  readonly parameters: readonly StaticType[];
  readonly result: StaticType;
  call(self: never, args: readonly Value[], context: CallContext): Value;
}

/** What functions and methods may use besides their arguments. */
export interface CallContext {
  readonly budget: Budget;
  /** Milliseconds since 1970; absent where the caller pinned no clock. */
  readonly now?: number;
}

/**
 * What is known of a value before evaluation. expr-lang checks expressions against Go's types; whatever
 * comes from the environment is `unknown` and is checked when it is met.
 */
export interface StaticType {
  readonly kind:
    | 'unknown'
    | 'nil'
    | 'bool'
    | 'int'
    | 'float'
    | 'string'
    | 'array'
    | 'map'
    | 'object'
    | 'function';
  /** As Go prints it, for messages. */
  readonly name: string;
  readonly element?: StaticType;
  readonly key?: StaticType;
  readonly object?: ObjectType;
}
