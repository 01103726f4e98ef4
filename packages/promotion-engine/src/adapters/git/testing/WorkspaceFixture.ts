import { GitRepositories, Workspace } from '../../../ports/git';
import { AT, AUTHOR, TestRemote } from './TestRemote';

export const COMMIT = {
  path: 'src',
  message: 'Promote',
  trailers: { 'Stevedore-Promotion': 'p1' },
  author: AUTHOR,
  at: AT,
};

/** A remote with everything that makes trees difficult, and adapters for it. */
export class WorkspaceFixture {
  readonly remote = new TestRemote();
  readonly base: string;

  /** @param attributes - with them Git does what this adapter otherwise does itself */
  constructor({ attributes } = { attributes: true }) {
    const { remote } = this;
    if (attributes)
      remote.write('.gitattributes', '*.crlf text eol=crlf\n*.bin binary\n');
    remote.write('.gitignore', '*.tmp\n/build/\n');
    remote.write('apps/.gitignore', '*.log\n');
    remote.write('apps/web/values.yaml', 'tag: 1\n');
    remote.write('apps/web/run.sh', '#!/bin/sh\n', 0o755);
    remote.write('apps/web/windows.crlf', attributes ? 'a\r\nb\r\n' : 'a\nb\n');
    remote.write('apps/api/values.yaml', 'tag: 1\n');
    remote.write('apps/api/deep/er/file.txt', 'deep\n');
    remote.write('apps/größe/日本 語.txt', 'ü\n');
    remote.write('logo.bin', Buffer.from([0, 1, 2, 255]));
    remote.link('apps/current', 'web');
    remote.link('apps/outside', '../../../etc');
    remote.link('apps/absolute', '/etc/passwd');
    this.base = remote.push('first');
  }

  adapter(name: string, sparse = true): GitRepositories {
    return this.remote.adapter(name, { sparse });
  }

  async open(repositories: GitRepositories, runId: string): Promise<Workspace> {
    const workspace = await repositories.openWorkspace(runId);
    await workspace.checkout({
      repoURL: this.remote.url,
      commit: this.base,
      branch: 'main',
      path: 'src',
    });
    return workspace;
  }
}
