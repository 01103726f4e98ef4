import { YamlFile } from './mergeYaml';
import { YamlMergeConfig } from './schema';

/**
 * The files to merge, in their order.
 * @param found - the texts of those that are there
 * @throws Error that names one that is missing, unless missing ones are to be ignored
 */
export function presentFiles(
  config: Pick<YamlMergeConfig, 'inFiles' | 'ignoreMissingFiles'>,
  found: ReadonlyMap<string, string>,
): YamlFile[] {
  return config.inFiles.flatMap(name => {
    const text = found.get(name);
    if (text !== undefined) return [{ name, text }];
    if (config.ignoreMissingFiles) return [];
    throw new Error(
      `there is no file ${name}; set ignoreMissingFiles to go on without it`,
    );
  });
}
