import {
  Alias,
  Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Node,
} from 'yaml';
import { Problem, SourcePosition } from '../model/definition';
import { formatPath, Path } from './path';
import { locateOffset, segmentsOf } from './text-positions';

/** What a check says about one place of a document. */
export interface Finding {
  path: Path;
  message: string;
  cure: string;
  /** Default `runnable`. */
  verdict?: Problem['verdict'];
  /** Default `error`. */
  severity?: Problem['severity'];
  /** Point at the field's name instead of its value. */
  atKey?: boolean;
  /** A character of the value, counted from 0. */
  offset?: number;
}

export interface YamlSource {
  file: string;
  text: string;
  lines: LineCounter;
}

/** One YAML document that looks like a Kubernetes object. */
export class ManifestDocument {
  readonly value: Record<string, unknown>;
  readonly #yaml: Document.Parsed;
  readonly #source: YamlSource;

  constructor(
    yaml: Document.Parsed,
    source: YamlSource,
    value: Record<string, unknown>,
  ) {
    this.value = value;
    this.#yaml = yaml;
    this.#source = source;
  }

  get apiVersion(): string {
    return textOf(this.value.apiVersion);
  }

  get kind(): string {
    return textOf(this.value.kind);
  }

  get name(): string {
    return textOf(metadataOf(this.value).name);
  }

  get namespace(): string | undefined {
    return textOf(metadataOf(this.value).namespace) || undefined;
  }

  /** `Stage/prod`. */
  get label(): string {
    return this.name ? `${this.kind}/${this.name}` : this.kind;
  }

  problem(finding: Finding): Problem {
    return {
      severity: finding.severity ?? 'error',
      verdict: finding.verdict ?? 'runnable',
      message: finding.message,
      cure: finding.cure,
      position: this.#position(finding),
      object: this.label,
      field: formatPath(finding.path),
    };
  }

  #position({ path, atKey, offset }: Finding): SourcePosition {
    const { file, text, lines } = this.#source;
    const node = findNode(this.#yaml, path, atKey === true);
    if (offset !== undefined && isScalar(node)) {
      return {
        file,
        ...locateOffset(segmentsOf(node, { text, lines }), offset),
      };
    }
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  }
}

/** The node at a path, or the nearest one above it: what is missing is reported where it belongs. */
function findNode(
  yaml: Document.Parsed,
  path: Path,
  atKey: boolean,
): Node | undefined {
  let node: unknown = yaml.contents;
  let shown = asNode(node);
  path.forEach((part, index) => {
    node = isAlias(node) ? (node as Alias).resolve(yaml) : node;
    if (isMap(node)) {
      const pair = node.items.find(
        item => isScalar(item.key) && String(item.key.value) === String(part),
      );
      const last = index === path.length - 1;
      node = isPair(pair) ? pair.value : undefined;
      shown =
        (last && atKey ? asNode(pair?.key) : asNode(node)) ??
        asNode(pair?.key) ??
        shown;
    } else {
      node = isSeq(node) ? node.items[Number(part)] : undefined;
      shown = asNode(node) ?? shown;
    }
  });
  return shown;
}

function asNode(value: unknown): Node | undefined {
  return value && typeof value === 'object' && 'range' in value
    ? (value as Node)
    : undefined;
}

function metadataOf(value: Record<string, unknown>): Record<string, unknown> {
  const { metadata } = value;
  return metadata && typeof metadata === 'object'
    ? (metadata as Record<string, unknown>)
    : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
