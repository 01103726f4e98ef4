import { Document, isScalar } from 'yaml';
import { keepNumbersAsWritten } from '../_shared/asWritten';
import { lineBreak } from '../_shared/yamlText';

/** Spaces of one level, and whether the dashes of a list stand further in than its key. */
function layoutOf(text: string): { indent: number; indentSeq: boolean } {
  const map = /^( *)[^\s#-][^\n]*:[ \t]*\r?\n\1( +)[^\s#-]/m.exec(text);
  const list = /^( *)(?:- )?[^\s#-][^\n]*:[ \t]*\r?\n( *)- /m.exec(text);
  return {
    indent: map ? map[2].length : 2,
    indentSeq: list ? list[2].length > list[1].length : false,
  };
}

/** A document in the layout of a text; the empty text for one without a value. */
export function printLike(document: Document, text: string): string {
  const { contents } = document;
  if (!contents || (isScalar(contents) && contents.source === '')) return '';
  // the result is one document that needs no marks
  if (document.directives) {
    document.directives.docStart = null;
    document.directives.yaml.explicit = false;
  }
  keepNumbersAsWritten(document);
  const printed = document.toString({
    ...layoutOf(text),
    lineWidth: 0,
    flowCollectionPadding: /[{[] /.test(text),
  });
  return lineBreak(text) === '\n' ? printed : printed.replace(/\n/g, '\r\n');
}
