import { errored, failed } from '../../../model/outcome';
import { Workspace } from '../../../ports/git';
import { defineStep } from '../../../registry/step';
import { deleteExamples } from './examples';
import { matchGlob } from './matchGlob';
import { DeleteConfig, deleteSchema } from './schema';

/** Kargo's `delete`: files, directories and symlinks, by their paths or by patterns. */
export const deleteStep = defineStep<DeleteConfig, 'workspace'>({
  id: 'delete',
  effect: 'workspace',
  schema: deleteSchema,
  capabilities: ['workspace'],
  examples: deleteExamples,
  async run({ workspace }, config) {
    const asked = config.paths ?? [config.path!];
    const paths: string[] = [];
    for (const path of asked) {
      const found = await find(workspace, path, config.pathsAreGlobs === true);
      if (typeof found === 'string') return failed(`delete: ${found}`);
      if (found.length === 0 && config.strict)
        return errored(
          `delete: there is nothing at ${path}, and strict is set`,
          true,
        );
      paths.push(...found);
    }
    // what is inside of something deleted is gone already, which is no error
    for (const path of paths) await workspace.delete(path);
    return { status: 'succeeded', message: `deleted ${paths.length} paths` };
  },
});

/** @returns a sentence for a pattern that cannot be read. */
async function find(
  workspace: Workspace,
  path: string,
  isGlob: boolean,
): Promise<string[] | string> {
  if (isGlob) return matchGlob(workspace, path);
  return (await workspace.stat(path)) === undefined ? [] : [path];
}
