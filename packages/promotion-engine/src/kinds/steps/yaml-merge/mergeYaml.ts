import { documentOf } from '../_shared/yamlText';
import { inFile } from '../_shared/editFile';
import { detached } from './aliases';
import { Merger } from './Merger';
import { printLike } from './printLike';

/** One file to merge; `name` is what errors call it. */
export interface YamlFile {
  name: string;
  text: string;
}

/**
 * The first documents of files as one, later ones over earlier ones: maps are merged deep, anything else is replaced,
 * null deletes, and `$patch` does what it does in Kubernetes; lists of Kubernetes objects are merged by their keys.
 * The result looks like the first file: comments, anchors, quotes, the order of its keys, indents and line ends.
 * @throws Error that names the file and the place
 */
export function mergeYaml(files: YamlFile[]): string {
  const [first, ...rest] = files.flatMap(({ name, text }) => {
    const document = inFile(name, () => documentOf(text));
    return document ? [{ name, text, document }] : [];
  });
  if (!first) return '';
  const merger = new Merger(first.document);
  for (const { name, document } of rest)
    inFile(name, () =>
      merger.merge(document.contents && detached(document, document.contents)),
    );
  return printLike(merger.document, first.text);
}
