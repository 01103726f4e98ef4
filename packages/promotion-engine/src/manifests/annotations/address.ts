import { Located, Scanner, Token } from './scanner';

const JSON_PATH: Token = {
  pattern: /\{\$[^\s;{}]*\}|\$[^\s;{}]*/,
  word: 'a JSONPath beginning with $',
  cure: '',
};

/**
 * `address, json-path`: what is asked, and the value of its answer, in Argo's form (`{$.version}`).
 * @param cure - how the whole entry is written
 */
export function addressAndPath(
  scanner: Scanner,
  cure: string,
): { url: Located<string>; jsonPath: string } {
  const url = scanner.expect({
    ...{ pattern: /https?:\/\/[^\s;]+/, word: 'a URL (http or https)', cure },
  });
  const braces = /\{(?!stage\})[^}]*\}?/.exec(url.value);
  if (braces)
    throw scanner.fault(
      `${braces[0]} is not known here.`,
      'Only {stage} may stand in the URL.',
      url.offset + braces.index,
    );
  const path = scanner.expect({ ...JSON_PATH, cure }).value;
  return { url, jsonPath: path.startsWith('{') ? path : `{${path}}` };
}
