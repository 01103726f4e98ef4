import { Fault } from '../errors';
import type { Budget } from '../limits';
import { asMap, isAnyMap, isArray, sortedKeys } from './collections';
import { typeName } from './describe';
import { formatInfinite, formatJsonFloat } from './floats';
import { isNilSlice } from './shape';
import { cleanText } from './text';
import { ObjectValue, Value } from './value';

/**
 * Go's `json.Marshal`, or with `indent` its `json.MarshalIndent`: keys sorted, `<`, `>` and `&` escaped,
 * bytes as base64, a nil slice as null. Throws a `Fault` for NaN, infinities, maps with other keys than
 * strings, and for what is too large.
 */
export function marshalJson(value: Value, budget: Budget, indent = ''): string {
  return new Writer(budget, indent).write(value, '\n');
}

/** `encoding/json`'s string literal: what HTML would misread is escaped. */
export function jsonString(text: string): string {
  const escape = (unit: string) =>
    `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(cleanText(text)).replace(/[<>&\u2028\u2029]/g, escape);
}

class Writer {
  constructor(
    private readonly budget: Budget,
    private readonly indent: string,
  ) {}

  write(value: Value, newline: string): string {
    this.budget.step();
    switch (typeof value) {
      case 'string':
        this.budget.scan(value.length);
        return jsonString(value);
      case 'number':
        return this.float(value);
      case 'bigint':
      case 'boolean':
        return String(value);
      default:
        return value === null || value === undefined
          ? 'null'
          : this.budget.nested(() => this.collection(value, newline));
    }
  }

  private float(value: number): string {
    if (!Number.isFinite(value)) {
      throw new Fault(`json: unsupported value: ${formatInfinite(value)}`);
    }
    return formatJsonFloat(value);
  }

  private collection(value: NonNullable<Value>, newline: string): string {
    if (value instanceof ObjectValue) {
      this.budget.step(value.cost);
      return this.write(value.plain(), newline);
    }
    if (value instanceof Uint8Array) {
      return `"${Buffer.from(value).toString('base64')}"`;
    }
    const inner = newline + this.indent;
    if (isArray(value)) {
      const items = value.map(item => this.write(item, inner));
      return isNilSlice(value) ? 'null' : this.enclose('[]', items, newline);
    }
    if (isAnyMap(value)) {
      throw new Fault(`json: unsupported type: ${typeName(value)}`);
    }
    const map = asMap(value);
    const colon = this.indent ? ': ' : ':';
    const keys = sortedKeys(map);
    // sorting them is dear
    this.budget.step(3 * keys.length);
    const entries = keys.map(
      key => `${jsonString(key)}${colon}${this.write(map[key], inner)}`,
    );
    return this.enclose('{}', entries, newline);
  }

  private enclose(
    [open, close]: string,
    parts: string[],
    newline: string,
  ): string {
    this.budget.text(
      parts.reduce((sum, part) => sum + part.length + newline.length, 2),
    );
    if (parts.length === 0 || !this.indent) {
      return `${open}${parts.join(',')}${close}`;
    }
    const inner = newline + this.indent;
    return `${open}${inner}${parts.join(`,${inner}`)}${newline}${close}`;
  }
}
