import { parse } from 'yaml';

export type OutputFormat = 'JSON' | 'YAML' | 'KeyValue' | 'Text';

/** How output is written where nothing says it: by the end of its file's name, else `key=value` lines (as in Kargo). */
export function formatOf(path = ''): OutputFormat {
  if (/\.json$/i.test(path)) return 'JSON';
  return /\.ya?ml$/i.test(path) ? 'YAML' : 'KeyValue';
}

/**
 * What a container said as output of its step: an object by its keys, anything else as `output`.
 * @throws Error when it is not written as it should be
 */
export function readOutput(
  text: string,
  format: OutputFormat,
): Record<string, unknown> {
  const value = valueOf(text, format);
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : { output: value };
}

function valueOf(text: string, format: OutputFormat): unknown {
  switch (format) {
    case 'Text':
      return text;
    case 'KeyValue':
      return Object.fromEntries(
        text
          .split('\n')
          .filter(line => line.trim() !== '' && !line.startsWith('#'))
          .map(keyAndValue),
      );
    default:
      return parsed(text, format);
  }
}

function parsed(text: string, format: 'JSON' | 'YAML'): unknown {
  try {
    return format === 'JSON' ? JSON.parse(text) : parse(text);
  } catch (error) {
    throw new Error(
      `what the container gave is no ${format}: ${(error as Error).message}`,
    );
  }
}

function keyAndValue(line: string): [string, string] {
  const at = line.indexOf('=');
  if (at <= 0)
    throw new Error(
      `what the container gave has a line that is no key=value: ${line}`,
    );
  return [line.slice(0, at).trim(), line.slice(at + 1)];
}
