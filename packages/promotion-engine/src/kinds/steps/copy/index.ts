import { errored } from '../../../model/outcome';
import { Workspace } from '../../../ports/git';
import { defineStep } from '../../../registry/step';
import { ignoreRules } from '../_shared/ignoreRules';
import { joined, walk } from '../_shared/walk';
import { copyExamples } from './examples';
import { CopyConfig, copySchema } from './schema';

/** Kargo's `copy`: a file or a directory over what is there; symlinks are left out. */
export const copyStep = defineStep<CopyConfig, 'workspace'>({
  id: 'copy',
  effect: 'workspace',
  schema: copySchema,
  capabilities: ['workspace'],
  examples: copyExamples,
  async run({ workspace }, config) {
    const { inPath, outPath } = config;
    const kind = await workspace.stat(inPath);
    if (kind === undefined) return errored(`copy: there is no ${inPath}`, true);
    const paths = await pathsToCopy(workspace, config);
    for (const path of paths)
      await workspace.copy(joined(inPath, path), joined(outPath, path));
    const message = `copied ${paths.length} file${
      paths.length === 1 ? '' : 's'
    } from ${inPath} to ${outPath}`;
    return { status: 'succeeded', message };
  },
});

/** Relative to the source; '' for the source itself when it is a file. */
async function pathsToCopy(
  workspace: Workspace,
  { inPath, ignore }: CopyConfig,
): Promise<string[]> {
  const kind = await workspace.stat(inPath);
  const isIgnored = ignoreRules(ignore);
  if (kind === 'file') {
    const name = joined(inPath).split('/').at(-1)!;
    return isIgnored({ path: name, kind }) ? [] : [''];
  }
  if (kind !== 'directory') return [];
  const found = await walk(workspace, inPath, isIgnored);
  return found.filter(one => one.kind === 'file').map(one => one.path);
}
