import { join } from 'path';
import { Environment, gitEnvironment } from './environment';
import { explainFailure } from './explainFailure';
import { HOUSEKEEPING, keepInOrder } from './housekeeping';
import { initMirror } from './initMirror';
import { GitContext } from './options';
import { RemoteUrl } from './remoteUrl';
import { runRemote } from './remoteClient';
import { LruCache, shared } from '../LruCache';
import { treeOfCommit } from './objects/commitContent';
import { readLoose } from './objects/looseObjects';
import { readRefs } from './readRefs';
import { runGit } from './runGit';
import { authorize, Authorization } from './secrets';
import { SharedRuns } from './SharedRuns';
import { removeStaleLock } from './staleLocks';
import { parseTrackedTree, TrackedTree } from './workspace/TrackedTree';

const REFSPECS = [
  '+refs/heads/*:refs/remotes/origin/*',
  '+refs/tags/*:refs/tags/*',
];

/** Commits whose trees are remembered: enough for every branch that promotions are at work on. */
const KNOWN_COMMITS = 1_000;

/** The bare repository of one remote, shared by all runs of this replica. It is packed now and then, and nothing is ever dropped. */
export class Mirror {
  readonly context: GitContext;
  readonly remote: RemoteUrl;
  readonly gitDir: string;
  private initialised?: Promise<void>;
  private readonly fetching = new SharedRuns<void>();
  private readonly asking = new SharedRuns<string | undefined>();
  private readonly trees = new LruCache<Promise<string>>(KNOWN_COMMITS);
  private readonly whole = new LruCache<true>(KNOWN_COMMITS);
  private looks = 0;
  /** Of what goes on in the background; resolved when nothing does. */
  housekeeping: Promise<void> = Promise.resolve();

  constructor(context: GitContext, remote: RemoteUrl) {
    this.context = context;
    this.remote = remote;
    this.gitDir = join(context.directory, 'mirrors', remote.key);
  }

  ready(): Promise<void> {
    this.initialised ??= initMirror(this.context, this.gitDir).catch(error => {
      this.initialised = undefined;
      throw explainFailure('prepare the mirror of', this.remote.url, error);
    });
    return this.initialised;
  }

  /** Brings branches and tags up to date, in one fetch for all who wait for it; it ends when nobody does any more. */
  fetch(signal?: AbortSignal): Promise<void> {
    const how = {
      prepare: () => this.entrance(),
      look: (authorization: Authorization, end: AbortSignal) =>
        this.fetchAll(authorization, end),
    };
    return this.fetching.run('', how, signal);
  }

  /** What a branch of the remote means now; the mirror stays as it is. undefined: there is no such branch. */
  remoteHead(
    branch: string,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const how = {
      prepare: () => this.entrance(),
      look: async (authorization: Authorization, end: AbortSignal) => {
        const name = `refs/heads/${branch}`;
        const args = ['ls-remote', '--heads', this.remote.url, name];
        const printed = await this.talk(args, authorization, end).catch(
          error => {
            throw explainFailure('fetch', this.remote.url, error);
          },
        );
        this.looked();
        return readRefs(printed).branches[branch];
      },
    };
    return this.asking.run(branch, how, signal);
  }

  private async entrance(): Promise<Authorization> {
    await this.ready();
    return this.authorization();
  }

  /** Tree of a commit that the mirror has; undefined: it does not have it. */
  treeOf(commit: string): Promise<string | undefined> {
    return shared(this.trees, commit, async () => {
      const loose = await readLoose(this.gitDir, commit);
      const tree = loose && treeOfCommit(loose);
      if (tree) return tree;
      const args = ['rev-parse', '--verify', '--quiet', `${commit}^{tree}`];
      return (await this.git(args)).toString().trim();
    }).catch(() => undefined);
  }

  /** A commit made here; the mirror never loses one. */
  remember(commit: string, tree: string): void {
    this.trees.set(commit, Promise.resolve(tree));
    this.rememberWhole(commit);
  }

  /** A commit whose fetch has ended. */
  rememberWhole(commit: string): void {
    this.whole.set(commit, true);
  }

  /** Whether all that a commit leads to is here; a fetch that was killed may have left the commit alone. */
  isWhole(commit: string): boolean {
    return this.whole.get(commit) ?? false;
  }

  /** The files of a tree that the mirror has; nobody may change what is given out. @throws GitFailure */
  filesOf(tree: string): Promise<TrackedTree> {
    return this.context.trees.get(tree, async () =>
      parseTrackedTree(
        await this.git(['ls-tree', '-r', '-z', '--full-tree', tree]),
      ),
    );
  }

  private async fetchAll(
    authorization: Authorization,
    signal: AbortSignal,
  ): Promise<void> {
    const started = Date.now();
    await this.fetchRefs(REFSPECS, authorization, signal);
    this.context.logger?.debug('fetched', {
      repository: this.remote.url,
      milliseconds: Date.now() - started,
    });
    this.looked();
  }

  /** Commits made here make a mirror slow, too, so a question counts as a fetch does. */
  private looked(): void {
    this.looks += 1;
    const limits = this.context.housekeeping ?? HOUSEKEEPING;
    if (this.looks % limits.everyFetches === 0)
      this.housekeeping = keepInOrder(this, limits);
  }

  /** A commit that no branch or tag reaches any more, where the host gives it out. */
  async fetchCommit(commit: string, signal?: AbortSignal): Promise<void> {
    await this.fetchRefs([commit], await this.authorization(), signal);
  }

  private async fetchRefs(
    refspecs: string[],
    authorization: Authorization,
    signal?: AbortSignal,
  ): Promise<void> {
    const args = [
      'fetch',
      '--verbose',
      '--progress',
      '--no-write-fetch-head',
      '--no-recurse-submodules',
    ];
    const prune = refspecs === REFSPECS ? ['--prune'] : [];
    const command = [...args, ...prune, this.remote.url, ...refspecs];
    try {
      await this.talk(command, authorization, signal);
    } catch (error) {
      if (!(await removeStaleLock(this.gitDir, error))) {
        throw explainFailure('fetch', this.remote.url, error);
      }
      await this.talk(command, authorization, signal).catch(again => {
        throw explainFailure('fetch', this.remote.url, again);
      });
    }
  }

  /** A command against the remote. @throws GitFailure */
  talk(
    args: string[],
    authorization: Authorization,
    signal?: AbortSignal,
  ): Promise<string> {
    return runRemote(this.context, {
      signal,
      remote: this.remote,
      gitDir: this.gitDir,
      args,
      authorization,
    });
  }

  async authorization(): Promise<Authorization> {
    const configured = await this.context.credentials(this.remote.url);
    return authorize(configured ?? this.remote.embedded);
  }

  /** A command that stays in the mirror. @throws GitFailure */
  git(
    args: string[],
    options: string | { input: string | Buffer; environment: Environment } = '',
  ): Promise<Buffer> {
    const { input, environment: more } =
      typeof options === 'string'
        ? { input: options, environment: {} }
        : options;
    const environment = {
      ...gitEnvironment(this.context),
      ...more,
      GIT_DIR: this.gitDir,
    };
    return runGit(this.context, { args, environment, cwd: this.gitDir, input });
  }
}
