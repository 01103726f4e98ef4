import { ObjectType, ObjectValue, StaticType, Value } from './value';

/**
 * An integer of another Go type than int: a byte of a string (uint8), a part of a version (uint64), a
 * month. Arithmetic makes an int of the first two; a month is no number to expr-lang.
 */
export class NamedInteger extends ObjectValue {
  private constructor(
    readonly type: ObjectType,
    readonly value: bigint,
    /** Whether the operators take it as a number. */
    readonly numeric: boolean,
  ) {
    super();
  }

  /** One object per type and number, so that it can be the key of a map. */
  static of(
    kind: { type: ObjectType; numeric: boolean },
    value: bigint,
  ): NamedInteger {
    const known = pool(kind.type);
    const found =
      known.get(value) ?? new NamedInteger(kind.type, value, kind.numeric);
    if (known.size < POOL_SIZE) {
      known.set(value, found);
    }
    return found;
  }

  /** The same type with another number. */
  with(value: bigint): NamedInteger {
    return NamedInteger.of(this, value);
  }

  override text(): string {
    return names.get(this.type)?.[Number(this.value)] ?? this.value.toString();
  }

  override plain(): Value {
    return this.value;
  }

  override integer(): bigint {
    return this.value;
  }

  override equals(other: Value): boolean {
    return (
      other instanceof NamedInteger &&
      other.type === this.type &&
      other.value === this.value
    );
  }
}

const POOL_SIZE = 300;
const pools = new WeakMap<ObjectType, Map<bigint, NamedInteger>>();
const names = new WeakMap<ObjectType, readonly string[]>();

function pool(type: ObjectType): Map<bigint, NamedInteger> {
  const known = pools.get(type) ?? new Map();
  pools.set(type, known);
  return known;
}

function integerKind(
  name: string,
  word: string,
): { type: ObjectType; numeric: boolean } {
  return { type: { name, word, fields: {}, methods: {} }, numeric: true };
}

export const uint8Kind = integerKind('uint8', 'uint');
export const uint64Kind = integerKind('uint64', 'uint');
export const int64Kind = integerKind('int64', 'int');

/** An integer type whose numbers have names, like Go's time.Month. */
export function namedKind(
  name: string,
  texts: readonly string[],
  string: StaticType,
): { type: ObjectType; numeric: boolean } {
  const type: ObjectType = {
    name,
    word: name,
    scalar: true,
    fields: {},
    methods: {
      String: {
        parameters: [],
        result: string,
        call: (self: NamedInteger) => self.text(),
      } as never,
    },
  };
  names.set(type, texts);
  return { type, numeric: false };
}
