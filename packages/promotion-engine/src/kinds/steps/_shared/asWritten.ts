import { Document, isScalar, ScalarTag, visit } from 'yaml';

/** What a plain scalar looked like in its file. */
class AsWritten {
  constructor(readonly text: string) {}
}

/** For documents that are printed again: numbers keep their digits, zeros and notation. */
export const asWrittenTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:as-written',
  default: true,
  identify: value => value instanceof AsWritten,
  resolve: text => text,
  stringify: ({ value }) => (value as AsWritten).text,
};

/** Before the document is printed; its numbers are none any more. */
export function keepNumbersAsWritten(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      const isNumber =
        typeof node.value === 'number' || typeof node.value === 'bigint';
      if (isScalar(node) && isNumber && node.source !== undefined)
        node.value = new AsWritten(node.source);
    },
  });
}
