import { isNode, LineCounter, parseAllDocuments } from 'yaml';
import { SourcePosition } from '../model/definition';
import { ManifestFile } from './options';
import { Path } from './path';

/** Where a field of a document stands in the files of a definition; where it is not written, what is around it. */
export function locateField(
  files: readonly ManifestFile[],
  object: { kind: string; name: string },
  path: Path,
): SourcePosition | undefined {
  for (const { name: file, text } of files) {
    const lineCounter = new LineCounter();
    const documents = parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      logLevel: 'silent',
    });
    for (const document of [...documents]) {
      const isMeant =
        document.get('kind') === object.kind &&
        document.getIn(['metadata', 'name']) === object.name;
      if (!isMeant) continue;
      const lengths = Array.from({ length: path.length + 1 }, (_, cut) => cut);
      const found = lengths
        .map(cut => document.getIn(path.slice(0, path.length - cut), true))
        .find(isNode);
      const { line, col } = lineCounter.linePos(found?.range?.[0] ?? 0);
      return { file, line: Math.max(1, line), column: Math.max(1, col) };
    }
  }
  return undefined;
}
