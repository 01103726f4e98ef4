import { join } from 'path';
import { Environment, gitEnvironment } from './environment';
import { explainFailure } from './explainFailure';
import { HOUSEKEEPING, keepInOrder } from './housekeeping';
import { initMirror } from './initMirror';
import { GitContext } from './options';
import { RemoteUrl } from './remoteUrl';
import { runRemote } from './remoteClient';
import { runGit } from './runGit';
import { authorize, Authorization } from './secrets';
import { removeStaleLock } from './staleLocks';

const REFSPECS = [
  '+refs/heads/*:refs/remotes/origin/*',
  '+refs/tags/*:refs/tags/*',
];

/** The bare repository of one remote, shared by all runs of this replica. It is packed now and then, and nothing is ever dropped. */
export class Mirror {
  readonly context: GitContext;
  readonly remote: RemoteUrl;
  readonly gitDir: string;
  private initialised?: Promise<void>;
  private fetching: Promise<void> = Promise.resolve();
  private joinable?: Promise<void>;
  private fetches = 0;
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

  /**
   * Brings branches and tags up to date. Callers share a fetch that has not started yet; one that is under way
   * may have read the remote before they called, so they wait for the next.
   */
  fetch(): Promise<void> {
    if (!this.joinable) {
      const run = this.fetchAfter(this.fetching);
      this.joinable = run;
      this.fetching = run.catch(() => {});
    }
    return this.joinable;
  }

  private async fetchAfter(previous: Promise<void>): Promise<void> {
    await previous;
    let authorization: Authorization;
    try {
      await this.ready();
      authorization = await this.authorization();
    } finally {
      this.joinable = undefined;
    }
    const started = Date.now();
    await this.fetchRefs(REFSPECS, authorization);
    this.context.logger?.debug('fetched', {
      repository: this.remote.url,
      milliseconds: Date.now() - started,
    });
    this.fetches += 1;
    const limits = this.context.housekeeping ?? HOUSEKEEPING;
    if (this.fetches % limits.everyFetches === 0)
      this.housekeeping = keepInOrder(this, limits);
  }

  /** A commit that no branch or tag reaches any more, where the host gives it out. */
  async fetchCommit(commit: string): Promise<void> {
    await this.fetchRefs([commit], await this.authorization());
  }

  private async fetchRefs(
    refspecs: string[],
    authorization: Authorization,
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
      await this.talk(command, authorization);
    } catch (error) {
      if (!(await removeStaleLock(this.gitDir, error))) {
        throw explainFailure('fetch', this.remote.url, error);
      }
      await this.talk(command, authorization).catch(again => {
        throw explainFailure('fetch', this.remote.url, again);
      });
    }
  }

  /** A command against the remote. @throws GitFailure */
  talk(args: string[], authorization: Authorization): Promise<string> {
    return runRemote(this.context, {
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
    options: string | { input: string; environment: Environment } = '',
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
