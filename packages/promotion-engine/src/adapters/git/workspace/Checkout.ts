import { join } from 'path';
import { gitEnvironment } from '../environment';
import { Mirror } from '../Mirror';
import { runGit } from '../runGit';
import { isInCone, visibleTree } from './cone';
import { isWithin } from './pathRules';
import { CheckoutRecord } from './runState';
import { TrackedTree } from './TrackedTree';

export interface CheckoutPlace {
  /** Absolute path of the work tree. */
  root: string;
  /** Absolute path of the run's state, which no step sees. */
  stateDirectory: string;
  runId: string;
}

export interface CheckoutStateAccess {
  record: CheckoutRecord;
  save: () => void;
}

export interface CheckoutCommand {
  input?: string;
  workTree?: string;
  environment?: Record<string, string>;
}

/**
 * One work tree of a run: a tree of the mirror, with a state file outside of it, and an index from the first command
 * on that needs one.
 */
export class Checkout {
  readonly mirror: Mirror;
  readonly place: CheckoutPlace;
  readonly record: CheckoutRecord;
  /** Writes the state of the run. */
  readonly save: () => void;
  private trackedTree?: Promise<TrackedTree>;
  private index?: Promise<void>;

  constructor(
    mirror: Mirror,
    place: CheckoutPlace,
    state: CheckoutStateAccess,
  ) {
    this.mirror = mirror;
    this.place = place;
    this.record = state.record;
    this.save = state.save;
  }

  get indexFile(): string {
    return join(this.place.stateDirectory, `${this.record.number}.index`);
  }

  get refName(): string {
    return `${this.place.runId}/${this.record.number}`;
  }

  /** A command with the index of the head; `workTree` is the checkout itself unless another is named. */
  async git(args: string[], options: CheckoutCommand = {}): Promise<Buffer> {
    await this.makeIndex();
    return this.run(args, options);
  }

  /** @throws GitFailure for a path that Git would not check out */
  makeIndex(): Promise<void> {
    this.index ??= this.readHead();
    return this.index;
  }

  /** What was committed without the index is not in it; it is made anew when it is needed. */
  forgetIndex(): void {
    this.index = undefined;
  }

  /** One that an earlier process left may hold what was staged for a commit that was never made. */
  private async readHead(): Promise<void> {
    const { head, tree, sparse } = this.record;
    await this.run(['read-tree', head]);
    if (!sparse) return;
    // not on disk because it is outside of the cone, and not because it was deleted
    const { entries } = await this.mirror.filesOf(tree);
    const others = [...entries.keys()].filter(path => !isInCone(path, sparse));
    if (others.length === 0) return;
    const input = others.map(path => `${path}\0`).join('');
    const args = ['update-index', '--skip-worktree', '-z', '--stdin'];
    await this.run(args, { input });
  }

  private run(args: string[], options: CheckoutCommand = {}): Promise<Buffer> {
    const workTree = options.workTree ?? this.place.root;
    const environment = {
      ...gitEnvironment(this.mirror.context),
      ...options.environment,
      GIT_DIR: this.mirror.gitDir,
      GIT_WORK_TREE: workTree,
      GIT_INDEX_FILE: this.indexFile,
    };
    return runGit(this.mirror.context, {
      args,
      environment,
      cwd: workTree,
      input: options.input,
    });
  }

  /** Tracked paths as steps see them: without those that were deleted. */
  tracked(): Promise<TrackedTree> {
    this.trackedTree ??= this.readTracked();
    return this.trackedTree;
  }

  /** The head is another one now. */
  forgetTracked(): void {
    this.trackedTree = undefined;
  }

  private async readTracked(): Promise<TrackedTree> {
    const files = await this.mirror.filesOf(this.record.tree);
    const tree = visibleTree(files, this.record.sparse).fork();
    this.record.deleted.forEach(path => tree.delete(path));
    return tree;
  }

  /** Notes what a step looked at or wrote; on disk before the file is. */
  touch(paths: string[], how: 'read' | 'write'): void {
    const fresh = paths.filter(path => {
      const known = this.record.touched.get(path);
      return known === undefined || (known === 'read' && how === 'write');
    });
    if (fresh.length > 0) {
      fresh.forEach(path => this.record.touched.set(path, how));
      this.save();
    }
  }

  /** Path inside the checkout of a workspace path, '' for its root. */
  inside(path: string): string {
    return this.record.path === ''
      ? path
      : path.slice(this.record.path.length + 1);
  }

  contains(path: string): boolean {
    return isWithin(path, this.record.path);
  }
}
