import { mergeYaml } from '../kinds/steps/yaml-merge/mergeYaml';
import { presentFiles } from '../kinds/steps/yaml-merge/presentFiles';
import { yamlMergeSchema } from '../kinds/steps/yaml-merge/schema';
import { suite } from './answer';

export const yamlMerge = suite<{
  files: (string | null)[];
  ignoreMissingFiles?: boolean;
}>(({ files, ignoreMissingFiles }) => {
  const inFiles = files.map((_, index) => `in${index}.yaml`);
  const config = yamlMergeSchema.parse({
    inFiles,
    outFile: 'out.yaml',
    ignoreMissingFiles,
  });
  const found = new Map(
    files.flatMap((text, index): [string, string][] =>
      text === null ? [] : [[inFiles[index], text]],
    ),
  );
  return mergeYaml(presentFiles(config, found));
});
