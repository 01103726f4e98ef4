import { Mirror } from './Mirror';
import { GitContext } from './options';
import { parseRemoteUrl } from './remoteUrl';

/** One mirror per remote, whatever its address looks like. */
export class Mirrors {
  private readonly context: GitContext;
  private readonly mirrors = new Map<string, Mirror>();

  constructor(context: GitContext) {
    this.context = context;
  }

  /** @throws GitError for an address that cannot be used */
  of(repoURL: string): Mirror {
    const { locate, allowFile } = this.context;
    const remote = parseRemoteUrl(locate?.(repoURL) ?? repoURL, allowFile);
    const id = `${remote.key} ${JSON.stringify(remote.embedded ?? null)}`;
    const mirror = this.mirrors.get(id) ?? new Mirror(this.context, remote);
    this.mirrors.set(id, mirror);
    return mirror;
  }
}
