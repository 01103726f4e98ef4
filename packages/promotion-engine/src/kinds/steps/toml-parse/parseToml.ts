import { parse, TomlDate } from 'smol-toml';

/**
 * A TOML 1.0 document; integers are integers, dates and times are texts (RFC 3339).
 * @throws Error that says where the text is no TOML
 */
export function parseToml(text: string): unknown {
  let document: unknown;
  try {
    document = parse(text, { integersAsBigInt: true });
  } catch (error) {
    throw new Error(
      `the file cannot be read as TOML: ${(error as Error).message}`,
    );
  }
  return withTexts(document);
}

function withTexts(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withTexts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withTexts(item)]),
  );
}
