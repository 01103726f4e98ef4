import { mkdir, readdir, rm } from 'fs/promises';
import { join } from 'path';
import { Workspace } from '../../../ports/git';
import { Mirrors } from '../Mirrors';
import { GitContext } from '../options';
import { GitWorkspace } from './GitWorkspace';
import { assertRunId } from './pathRules';

/** Workspaces of this replica; the same run always gets the same object. */
export class Workspaces {
  private readonly context: GitContext;
  private readonly mirrors: Mirrors;
  private readonly opened = new Map<string, Promise<Workspace>>();

  constructor(context: GitContext, mirrors: Mirrors) {
    this.context = context;
    this.mirrors = mirrors;
  }

  open(runId: string): Promise<Workspace> {
    assertRunId(runId);
    let workspace = this.opened.get(runId);
    if (!workspace) {
      workspace = this.load(runId);
      this.opened.set(runId, workspace);
      workspace.catch(() => this.opened.delete(runId));
    }
    return workspace;
  }

  private async load(runId: string): Promise<Workspace> {
    const root = join(this.context.directory, 'runs', runId);
    const stateDirectory = join(this.context.directory, 'state', runId);
    await mkdir(root, { recursive: true });
    await removeLeftovers(stateDirectory);
    return new GitWorkspace({
      runId,
      root,
      stateDirectory,
      mirrors: this.mirrors,
      removed: () => this.opened.delete(runId),
    });
  }
}

/** Locks and half-written files of a process that was killed. */
async function removeLeftovers(stateDirectory: string): Promise<void> {
  const names = await readdir(stateDirectory).catch(() => []);
  const leftovers = names.filter(
    name => name.endsWith('.lock') || name.startsWith('staging-'),
  );
  await Promise.all(
    leftovers.map(name =>
      rm(join(stateDirectory, name), { recursive: true, force: true }),
    ),
  );
}
