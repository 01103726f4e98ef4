import { LoggerService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  Clock,
  GitRepositories,
  normalizeGit,
} from '@stevedore/promotion-engine';
import { randomUUID } from 'node:crypto';
import {
  AUTHORIZATION_FILE,
  FileGrant,
  parseAuthorization,
} from './authorizationFile';

export interface AuthorizationFilesOptions {
  git: Pick<GitRepositories, 'openWorkspace' | 'resolve'>;
  /** Only hosts that the platform has configured are contacted for an author's word. */
  integrations: Pick<ScmIntegrationRegistry, 'byUrl'>;
  clock: Clock;
  logger: Pick<LoggerService, 'warn'>;
}

/** A withdrawn authorization counts for so long at most, and a missing one is not looked for again. Milliseconds. */
const FRESH_MS = 60_000;
const MOST = 1_000;

/**
 * What repositories themselves say about who may use them, in a file on their default branch: whoever may write
 * there may decide that. Nothing of it reaches the asker but a yes. Whether the repository exists, has the file, or
 * has a broken one is for the log.
 */
export class AuthorizationFiles {
  readonly #options: AuthorizationFilesOptions;
  readonly #known = new Map<
    string,
    { until: number; grants: Promise<FileGrant[]> }
  >();

  constructor(options: AuthorizationFilesOptions) {
    this.#options = options;
  }

  /** The grants of a repository; none when they cannot be read. Never throws. */
  grantsOf(repoURL: string): Promise<FileGrant[]> {
    const key = normalizeGit(repoURL);
    const now = this.#options.clock.now();
    const known = this.#known.get(key);
    if (known && known.until > now) return known.grants;
    if (this.#known.size >= MOST) this.#known.clear();
    const grants = this.#read(repoURL);
    this.#known.set(key, { until: now + FRESH_MS, grants });
    return grants;
  }

  async #read(repoURL: string): Promise<FileGrant[]> {
    const { integrations, logger } = this.#options;
    if (!/^https?:\/\//.test(repoURL) || !integrations.byUrl(repoURL))
      return [];
    try {
      const text = await this.#text(repoURL);
      return text === undefined ? [] : parseAuthorization(text);
    } catch (error) {
      logger.warn(`${AUTHORIZATION_FILE} of a repository counts for nothing`, {
        repository: normalizeGit(repoURL),
        error: (error as Error).message,
      });
      return [];
    }
  }

  async #text(repoURL: string): Promise<string | undefined> {
    const { git } = this.#options;
    const { commit } = await git.resolve(repoURL, {});
    const workspace = await git.openWorkspace(`authorize-${randomUUID()}`);
    try {
      await workspace.checkout({ repoURL, commit, path: 'src' });
      const path = `src/${AUTHORIZATION_FILE}`;
      // a link could lead to any file of the repository; it is read as what it is, or not at all
      if ((await workspace.stat(path)) !== 'file') return undefined;
      return await workspace.readText(path);
    } finally {
      await workspace.remove();
    }
  }
}
