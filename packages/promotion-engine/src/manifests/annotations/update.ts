import { plainPath } from './gitops';
import { ENTRY_END, Located, Scanner, Token } from './scanner';

export interface UpdateEntry {
  /** The image whose tag is written; absent: the only one. */
  image?: Located<string>;
  /** Below the directory of the stage; may hold `{stage}`, as the key may. */
  file: string;
  key: string;
}

const CURE =
  'Write FILE:KEY, such as values.yaml:image.tag; with several images NAME = FILE:KEY.';
const NAME = /[a-z0-9]([-a-z0-9]*[a-z0-9])?(?=[ \t]*=)/;
const FILE: Token = {
  pattern: /([\w.+@/-]|\{stage\})+/,
  word: 'a file',
  cure: CURE,
};
const COLON: Token = { pattern: /:/, word: '":" and a key', cure: CURE };
const KEY: Token = {
  pattern: /([^\s;:{}]|\{stage\})+/,
  word: 'the key of a value',
  cure: CURE,
};

/** `update = entries of: [ name, "=" ], file, ":", key` */
export function parseUpdates(text: string): UpdateEntry[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => {
    const image = scanner.accept(NAME);
    if (image) {
      scanner.accept(/=/);
    }
    const file = scanner.expect(FILE);
    scanner.expect(COLON);
    const key = scanner.expect(KEY);
    return {
      ...(image ? { image } : {}),
      file: plainPath(file, scanner),
      key: key.value,
    };
  });
}
