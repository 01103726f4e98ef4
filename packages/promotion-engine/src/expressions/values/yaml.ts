import type { Budget } from '../limits';
import { asMap, isAnyMap, isArray } from './collections';
import { formatFloat, formatInfinite } from './floats';
import { formatValue } from './format';
import { cleanText } from './text';
import { formatTime, RFC3339_NANO } from './time/formatTime';
import { Duration } from './time/duration';
import { Time } from './time/time';
import { ObjectValue, Value } from './value';
import { compareKeys } from './yamlKeys';
import { yamlString } from './yamlScalar';

/**
 * What go-yaml v3 writes, which is what Kargo's `asYAML` returns: four blanks a level, long lines unbroken,
 * keys in natural order, strings quoted where they would read as something else. Throws a `Fault` for too
 * large a value.
 */
export function marshalYaml(value: Value, budget: Budget): string {
  return `${new Emitter(budget).node(value, { indent: -1, parent: 'root' })}\n`;
}

interface Place {
  /** Of the collection around it; -1 outside of all. */
  readonly indent: number;
  readonly parent: 'root' | 'sequence' | 'mapping';
}

class Emitter {
  constructor(private readonly budget: Budget) {}

  /** The text of a node, its first line without indentation and its last one without an end. */
  node(value: Value, place: Place): string {
    this.budget.step();
    switch (typeof value) {
      case 'string':
        this.budget.step(value.length);
        return yamlString(cleanText(value), {
          indent: scalarIndent(place),
          key: false,
        });
      case 'number':
        return Number.isFinite(value)
          ? formatFloat(value)
          : yamlInfinite(value);
      case 'bigint':
      case 'boolean':
        return String(value);
      default:
        return value === null || value === undefined
          ? 'null'
          : this.budget.nested(() => this.other(value, place));
    }
  }

  private other(value: NonNullable<Value>, place: Place): string {
    if (value instanceof ObjectValue) {
      this.budget.step(value.cost);
    }
    if (value instanceof Time) {
      return formatTime(value, RFC3339_NANO);
    }
    if (value instanceof Duration) {
      return value.text();
    }
    if (value instanceof ObjectValue) {
      return this.node(value.plain(), place);
    }
    if (isArray(value) || value instanceof Uint8Array) {
      return this.sequence(
        isArray(value) ? value : Array.from(value, BigInt),
        place,
      );
    }
    const entries = isAnyMap(value)
      ? [...value].map(([key, item]): [string, Value] => [
          formatValue(key, this.budget),
          item,
        ])
      : Object.entries(asMap(value));
    return this.mapping(entries, place);
  }

  private sequence(items: readonly Value[], place: Place): string {
    const indent = blockIndent(place);
    const lines = items.map(
      item => `- ${this.node(item, { indent, parent: 'sequence' })}`,
    );
    return items.length === 0 ? '[]' : this.lines(lines, indent);
  }

  private mapping(entries: [string, Value][], place: Place): string {
    const indent = blockIndent(place);
    this.budget.step(10 * entries.length);
    const sorted = [...entries].sort(([a], [b]) => compareKeys(a, b));
    const lines = sorted.map(([key, item]) => this.entry(key, item, indent));
    return entries.length === 0 ? '{}' : this.lines(lines, indent);
  }

  private entry(key: string, item: Value, indent: number): string {
    const place: Place = { indent, parent: 'mapping' };
    const text = this.node(item, place);
    const block = isBlock(item, text)
      ? `\n${' '.repeat(blockIndent(place))}`
      : ' ';
    this.budget.step(key.length);
    return `${yamlString(cleanText(key), {
      indent,
      key: true,
    })}:${block}${text}`;
  }

  private lines(lines: string[], indent: number): string {
    this.budget.text(
      lines.reduce((sum, line) => sum + line.length + indent + 1, 0),
    );
    return lines.join(`\n${' '.repeat(indent)}`);
  }
}

/** go-yaml: after `- ` two columns, otherwise the next multiple of four. */
function deeper(place: Place): number {
  return place.parent === 'sequence'
    ? place.indent + 2
    : 4 * Math.floor((place.indent + 4) / 4);
}

function blockIndent(place: Place): number {
  return place.parent === 'root' ? 0 : deeper(place);
}

function scalarIndent(place: Place): number {
  return place.parent === 'root' ? 4 : deeper(place);
}

function isBlock(value: Value, text: string): boolean {
  const plain = value instanceof ObjectValue ? value.plain() : value;
  return (
    typeof plain === 'object' &&
    plain !== null &&
    text !== '[]' &&
    text !== '{}'
  );
}

function yamlInfinite(value: number): string {
  return (
    { NaN: '.nan', '+Inf': '.inf', '-Inf': '-.inf' }[formatInfinite(value)] ??
    ''
  );
}
