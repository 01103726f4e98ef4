import { Node } from 'jsonc-parser';
import { Edit, lineBreak } from '../_shared/yamlText';
import { checkedPlace, memberJson } from './jsonText';

/** Adds a member at the end of an object, laid out as the members that are there. */
export function addToObject(
  text: string,
  node: Node,
  { key, inner }: { key: string; inner: string },
): Edit {
  const [first] = node.children ?? [];
  const gap = first ? gapAfterColon(text, first) : '';
  return addLast(text, node, [memberJson(key, inner, gap)]);
}

/** Adds an item to a list; up to its place the list is filled with null, as sjson does. */
export function addToList(
  text: string,
  node: Node,
  { inner, place }: { inner: string; place?: number },
): Edit {
  const missing =
    place === undefined ? 0 : place - (node.children ?? []).length;
  if (missing > 0) checkedPlace(place!);
  return addLast(text, node, [
    ...Array<string>(Math.max(0, missing)).fill('null'),
    inner,
  ]);
}

function addLast(text: string, node: Node, items: string[]): Edit {
  const children = node.children ?? [];
  const last = children.at(-1);
  const close = node.offset + node.length - 1;
  if (!last) {
    const at = node.offset + 1;
    return { start: at, end: at, text: items.join(',') };
  }
  const before = children.length > 1 ? end(children.at(-2)!) : node.offset + 1;
  const lead = leadOf(text, before, last.offset);
  const joined = items.join(`,${lead}`);
  // a comma may end the list already; it separates now
  const comma = commaAt(text, end(last), close);
  const at =
    comma === undefined ? afterComment(text, end(last), close) : comma + 1;
  return {
    start: at,
    end: at,
    text: `${comma === undefined ? ',' : ''}${lead}${joined}`,
  };
}

/** A comment behind the last item stays with it. */
function afterComment(text: string, from: number, to: number): number {
  const rest = text.slice(from, to);
  return rest.includes('//') ? from : from + rest.trimEnd().length;
}

const end = (node: Node): number => node.offset + node.length;

/** The line break and indent, or the blanks, that stand before an item. */
function leadOf(text: string, from: number, to: number): string {
  const between = text.slice(from, to);
  const indent = /\n([ \t]*)$/.exec(between);
  if (indent) return lineBreak(text) + indent[1];
  return /,([ \t]*)$/.exec(between)?.[1] ?? '';
}

function gapAfterColon(text: string, member: Node): string {
  const [key, value] = member.children ?? [];
  if (!key || !value) return '';
  return /:([ \t]*)$/.exec(text.slice(end(key), value.offset))?.[1] ?? '';
}

function commaAt(text: string, from: number, to: number): number | undefined {
  const rest = text
    .slice(from, to)
    // what is in a comment is no comma
    .replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, comment =>
      ' '.repeat(comment.length),
    );
  const at = rest.indexOf(',');
  return at < 0 ? undefined : from + at;
}
