/** Shorter values would blank out ordinary text. */
const SHORTEST = 4;
/** A line of a longer secret that is worth nothing alone is not looked for alone. */
const SHORTEST_LINE = 12;

/**
 * How a secret looks where it turns up: as it is, in base64, in JSON, and as part of a URL or a form; also each of its
 * lines, and the texts in it where it is JSON itself. Nothing for what is too short to be told from other text.
 */
export function secretForms(secret: string): string[] {
  const texts = [secret, ...linesOf(secret), ...textsInJson(secret)];
  return [...new Set(texts.flatMap(formsOf))];
}

function formsOf(text: string): string[] {
  if (text.length < SHORTEST) return [];
  const bytes = Buffer.from(text);
  const base64 = bytes.toString('base64');
  const inJson = jsonForm(text);
  return [
    text,
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
    // half of a surrogate pair has no form in a URL
    encodeURIComponent(bytes.toString('utf8')),
    new URLSearchParams({ '': text }).toString().slice(1),
    inJson,
    // JSON that is shown in JSON
    jsonForm(inJson),
    ...[text, inJson].flatMap(addressForms),
  ].filter(form => form.length >= SHORTEST);
}

const jsonForm = (text: string) => JSON.stringify(text).slice(1, -1);

/** As part of an address that was parsed and printed again: as a path, and as the user's name. */
function addressForms(text: string): string[] {
  const address = new URL('http://x/');
  address.username = text;
  const path = `${address.origin}/${text}`;
  return URL.canParse(path)
    ? [address.username, new URL(path).href.slice('http://x/'.length)]
    : [address.username];
}

/** A key of several lines is indented where it stands in YAML; its frame (`-----BEGIN …`) is no secret. */
function linesOf(secret: string): string[] {
  return secret
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line.length >= SHORTEST_LINE && !line.startsWith('-----'));
}

/** A template turns a text that is JSON into its value, so its texts go their own ways. */
function textsInJson(secret: string): string[] {
  if (!/^\s*[[{]/.test(secret)) return [];
  try {
    return textsOf(JSON.parse(secret)).filter(
      text => text.length >= SHORTEST_LINE,
    );
  } catch {
    return [];
  }
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
