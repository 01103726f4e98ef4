import { mkdir } from 'node:fs/promises';
import { runGit } from '../git/runGit';
import { readVersions, VersionCache, Versions } from './readVersions';

export interface GitFollowerOptions {
  /** For example `http://localhost:5056/acme/deploy`. */
  readonly repositoryUrl: string;
  readonly credentials?: { username: string; password: string };
  /** Where the follower keeps its copy. */
  readonly directory: string;
  /** Default `main`. */
  readonly branch?: string;
  readonly delayMilliseconds: number;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface Deployment {
  readonly revision: string;
  readonly versions: Versions;
}

/** What runs, seen through Git alone, and late by a fixed time. */
export class GitFollower {
  /** Oldest first; `from` is when the deployment is in effect. */
  private deployments: (Deployment & { from: number })[] = [];
  private readonly cache: VersionCache = new Map();
  private initialised = false;
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;
  /** Of the push that the next look is for. */
  private pushedAt: number | undefined;

  constructor(private readonly options: GitFollowerOptions) {}

  /**
   * Looks at the branch; calls while one is under way share the next look.
   *
   * @param pushedAt - when it was changed, where the caller knows; milliseconds
   */
  observe(pushedAt?: number): Promise<void> {
    if (pushedAt !== undefined) this.pushedAt ??= pushedAt;
    if (!this.next) {
      this.next = this.settle().then(() => {
        this.next = undefined;
        const known = this.pushedAt;
        this.pushedAt = undefined;
        return this.look(known);
      });
      this.running = this.next;
    }
    return this.next;
  }

  /** Resolves when no look is under way. */
  settle(): Promise<void> {
    return this.running.catch(() => {});
  }

  /** What is in effect now: the newest revision that is old enough. */
  current(): Deployment | undefined {
    const now = this.options.now();
    const inEffect = this.deployments.filter(one => one.from <= now);
    const current = inEffect.pop();
    if (!current) return undefined;
    this.deployments = this.deployments.slice(
      this.deployments.indexOf(current),
    );
    return current;
  }

  private async look(pushedAt?: number): Promise<void> {
    const { directory, delayMilliseconds } = this.options;
    await this.initialise();
    const revision = await this.readHead();
    const seen = pushedAt ?? this.options.now();
    const newest = this.deployments[this.deployments.length - 1];
    if (!revision || revision === newest?.revision) return;
    await this.fetch(revision);
    const versions = await readVersions(directory, revision, this.cache);
    // What was there before the cluster came up has long been deployed.
    const from = newest ? seen + delayMilliseconds : seen;
    this.deployments.push({ revision, versions, from });
  }

  private async initialise(): Promise<void> {
    if (this.initialised) return;
    const { directory } = this.options;
    await mkdir(directory, { recursive: true });
    await runGit(['init', '--quiet', '--bare', directory]);
    this.initialised = true;
  }

  private async readHead(): Promise<string | undefined> {
    const { repositoryUrl, branch = 'main' } = this.options;
    const ref = `refs/heads/${branch}`;
    const line = await this.git(['ls-remote', repositoryUrl, ref]);
    return line.split('\t')[0] || undefined;
  }

  private async fetch(revision: string): Promise<void> {
    const { repositoryUrl } = this.options;
    await this.git(['fetch', '--quiet', '--depth=1', repositoryUrl, revision]);
  }

  private async git(args: readonly string[]): Promise<string> {
    const { credentials, directory } = this.options;
    const { username = '', password = '' } = credentials ?? {};
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    return runGit(args, {
      cwd: directory,
      config: {
        // One request where the newer protocol makes two.
        'protocol.version': '0',
        ...(credentials && {
          'http.extraHeader': `Authorization: Basic ${basic}`,
        }),
      },
    });
  }
}
