const NUMBER =
  /^[+-]?(?:\d[\d]*\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)$/;
const TRUE = new Set(['t', 'T', 'true', 'True', 'TRUE']);
const FALSE = new Set(['f', 'F', 'false', 'False', 'FALSE']);

/** Kargo's coercion of an evaluated text, in its order: quoted text, number, bool, JSON, text. */
export function coerce(text: string): unknown {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  if (body.length > 1 && body.startsWith('"') && body.endsWith('"')) {
    return body.slice(1, -1) + text.slice(body.length);
  }
  if (NUMBER.test(body) && Number.isFinite(Number(body))) return Number(body);
  if (TRUE.has(body)) return true;
  if (FALSE.has(body)) return false;
  try {
    return JSON.parse(body);
  } catch {
    return text;
  }
}
