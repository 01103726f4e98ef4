import { Mirror } from './Mirror';
import { RemoteOptions } from '../../ports/git';
import { isUnverified, plainAddress } from '../../model/unverified';
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
  of(repoURL: string, options: RemoteOptions = {}): Mirror {
    const { locate, allowFile } = this.context;
    const url = plainAddress(repoURL);
    const trusted = parseRemoteUrl(locate?.(url) ?? url, allowFile);
    const remote =
      options.insecureSkipTLSVerify || isUnverified(repoURL)
        ? { ...trusted, key: `${trusted.key}-insecure`, insecure: true }
        : trusted;
    const id = `${remote.key} ${JSON.stringify(remote.embedded ?? null)}`;
    const mirror = this.mirrors.get(id) ?? new Mirror(this.context, remote);
    this.mirrors.set(id, mirror);
    return mirror;
  }
}
