import { hasKey, newMap } from './collections';
import { formatValue } from './format';
import type { Budget } from '../limits';
import { ObjectType, ObjectValue, StaticType, Value } from './value';

/** A struct as a host describes it: its fields under Go's names, and the names that they have in JSON. */
export interface StructDefinition {
  readonly name: string;
  readonly fields: Readonly<
    Record<string, { readonly type: StaticType; readonly json: string }>
  >;
}

/** A Go struct: an unknown field is an error, where a map would say nil. */
export class StructValue extends ObjectValue {
  private constructor(
    readonly type: ObjectType,
    private readonly values: Readonly<Record<string, Value>>,
    private readonly definition: StructDefinition,
  ) {
    super();
  }

  /** Makes structs of that definition; fields that are not given are nil. */
  static define(definition: StructDefinition): {
    type: StaticType;
    of(values: Readonly<Record<string, Value>>): StructValue;
  } {
    const fields = Object.entries(definition.fields).map(([name, field]) => [
      name,
      field.type,
    ]);
    const { name } = definition;
    const type: ObjectType = {
      name,
      word: name,
      fields: Object.fromEntries(fields),
      methods: {},
    };
    return {
      type: { kind: 'object', name, object: type },
      of: values => new StructValue(type, values, definition),
    };
  }

  override field(name: string): Value {
    return hasKey(this.values, name) ? this.values[name] : null;
  }

  override text(budget: Budget): string {
    const fields = Object.keys(this.definition.fields).map(name =>
      formatValue(this.field(name), budget),
    );
    return `{${fields.join(' ')}}`;
  }

  /** Empty fields are left out, as Go's `omitempty` does. */
  override plain(): Value {
    const map = newMap();
    for (const [name, { json }] of Object.entries(this.definition.fields)) {
      const value = this.field(name);
      if (value !== null && value !== '') {
        map[json] = value;
      }
    }
    return map;
  }
}

/** A string of a type of its own: to Go it never equals an ordinary string. */
export class NamedText extends ObjectValue {
  readonly type: ObjectType;

  constructor(typeName: string, readonly value: string) {
    super();
    this.type = { name: typeName, word: typeName, fields: {}, methods: {} };
  }

  override text(): string {
    return this.value;
  }

  override plain(): Value {
    return this.value;
  }

  override equals(other: Value): boolean {
    return (
      other instanceof NamedText &&
      other.type.name === this.type.name &&
      other.value === this.value
    );
  }
}
