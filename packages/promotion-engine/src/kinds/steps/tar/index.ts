import { errored } from '../../../model/outcome';
import { Workspace } from '../../../ports/git';
import { defineStep } from '../../../registry/step';
import { ignoreRules } from '../_shared/ignoreRules';
import { Found, joined, walk } from '../_shared/walk';
import { tarExamples } from './examples';
import { packTree } from './packTree';
import { TarConfig, tarSchema } from './schema';

/** Kargo's `tar`: a file or what is in a directory, as one archive. */
export const tarStep = defineStep<TarConfig, 'workspace'>({
  id: 'tar',
  effect: 'workspace',
  schema: tarSchema,
  capabilities: ['workspace'],
  examples: tarExamples,
  async run({ workspace, now }, config) {
    const { inPath, outPath, gzip = false } = config;
    const kind = await workspace.stat(inPath);
    if (kind === undefined) return errored(`tar: there is no ${inPath}`, true);
    const { directory, found } = await contentsOf(workspace, config);
    const at = new Date(now);
    const archive = await packTree(workspace, { directory, found, gzip, at });
    await workspace.writeBytes(outPath, archive);
    const files = found.filter(one => one.kind === 'file').length;
    return {
      status: 'succeeded',
      message: `packed ${files} file${files === 1 ? '' : 's'} into ${outPath}`,
    };
  },
});

/** What goes into the archive: not the archive itself, if an earlier run left it there. */
async function contentsOf(
  workspace: Workspace,
  { inPath, outPath, ignore }: TarConfig,
): Promise<{ directory: string; found: Found[] }> {
  const isIgnored = ignoreRules(ignore);
  if ((await workspace.stat(inPath)) !== 'directory') {
    const parts = joined(inPath).split('/');
    const file: Found = { path: parts.pop()!, kind: 'file' };
    const directory = parts.join('/') || '.';
    return { directory, found: isIgnored(file) ? [] : [file] };
  }
  const found = await walk(
    workspace,
    inPath,
    one => isIgnored(one) || joined(inPath, one.path) === joined(outPath),
  );
  return { directory: inPath, found };
}
