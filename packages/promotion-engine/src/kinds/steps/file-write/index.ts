import { errored, failed } from '../../../model/outcome';
import { Workspace } from '../../../ports/git';
import { defineStep } from '../../../registry/step';
import { fileWriteExamples } from './examples';
import { FileWriteConfig, fileWriteSchema } from './schema';

/** Kargo's `file-write`: one file with what is given. */
export const fileWriteStep = defineStep<FileWriteConfig, 'workspace'>({
  id: 'file-write',
  effect: 'workspace',
  schema: fileWriteSchema,
  capabilities: ['workspace'],
  examples: fileWriteExamples,
  async run({ workspace }, config) {
    const { path, contents, permissions = '0600', overwrite } = config;
    if (path.split('/').includes('..'))
      return failed(`file-write: "${path}" has a "..", which is not allowed`);
    if (/[1357]/.test(permissions))
      return failed(
        `file-write: the permissions ${permissions} would make an executable, which is not allowed`,
      );
    const link = await symlinkOn(workspace, path);
    if (link)
      return failed(
        `file-write: "${link}" is a symlink, which is not followed`,
      );
    const kind = await workspace.stat(path);
    if (kind === 'directory')
      return errored(`file-write: ${path} is a directory`, true);
    if (kind !== undefined && !overwrite)
      return errored(
        `file-write: ${path} is there already; set overwrite to replace it`,
        true,
      );
    await workspace.writeBytes(path, Buffer.from(contents), {
      executable: false,
    });
    return { status: 'succeeded', message: `wrote ${path}` };
  },
});

/** The first part of a path that is a symlink. */
async function symlinkOn(
  workspace: Workspace,
  path: string,
): Promise<string | undefined> {
  const parts = path.split('/');
  for (const [index] of parts.entries()) {
    const part = parts.slice(0, index + 1).join('/');
    if (part && (await workspace.stat(part)) === 'symlink') return part;
  }
  return undefined;
}
