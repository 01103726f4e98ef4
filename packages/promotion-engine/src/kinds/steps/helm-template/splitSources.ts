import { posix } from 'path';
import { splitDocuments } from '../_shared/documents';

export interface Layout {
  /** `helm`: as Helm's own --output-dir; `flat`: no directories. */
  layout: 'helm' | 'flat';
  /** In place of the chart's name. */
  releaseName?: string;
}

const SOURCE = /^# Source: (.+)$/m;

/**
 * Path below the output directory to text, by what Helm says each manifest is from; of one source, and in the flat
 * layout of sources of one name, all go to one file.
 * @throws Error for a source that leads out of the directory
 */
export function splitSources(
  rendered: string,
  { layout, releaseName }: Layout,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const document of splitDocuments(rendered)) {
    const source = document.startsWith('# Source: ')
      ? SOURCE.exec(document)![1].trim()
      : '';
    if (!source)
      throw new Error('a manifest does not begin with the source it is from');
    const path = posix.normalize(source);
    if (path.startsWith('..') || posix.isAbsolute(path))
      throw new Error(`a manifest claims to be from ${source}`);
    const file = fileOf(path, { layout, releaseName });
    files.set(file, `${files.get(file) ?? ''}---\n${document}\n`);
  }
  return files;
}

function fileOf(source: string, { layout, releaseName }: Layout): string {
  if (layout === 'flat') return posix.basename(source);
  if (!releaseName) return source;
  const [, ...rest] = source.split('/');
  return posix.join(releaseName, ...rest);
}
