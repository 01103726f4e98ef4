import { join } from 'path';
import { gitEnvironment } from '../environment';
import { Mirror } from '../Mirror';
import { runGit } from '../runGit';
import { visibleTree } from './cone';
import { isWithin } from './pathRules';
import { readIndex } from './readIndex';
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
  resumed: boolean;
}

/** One work tree of a run: a tree of the mirror, with an index and a state file outside of it. */
export class Checkout {
  readonly mirror: Mirror;
  readonly place: CheckoutPlace;
  readonly record: CheckoutRecord;
  /** Writes the state of the run. */
  readonly save: () => void;
  /** Opened after a crash: its index may hold what a commit staged that was never made. */
  resumed: boolean;
  private trackedTree?: Promise<TrackedTree>;

  constructor(
    mirror: Mirror,
    place: CheckoutPlace,
    state: CheckoutStateAccess,
  ) {
    this.mirror = mirror;
    this.place = place;
    this.record = state.record;
    this.save = state.save;
    this.resumed = state.resumed;
  }

  get indexFile(): string {
    return join(this.place.stateDirectory, `${this.record.number}.index`);
  }

  get refName(): string {
    return `${this.place.runId}/${this.record.number}`;
  }

  /** A command with this index; `workTree` is the checkout itself unless another is named. */
  git(
    args: string[],
    options: {
      input?: string;
      workTree?: string;
      environment?: Record<string, string>;
    } = {},
  ) {
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
    this.trackedTree ??= this.readIndex();
    return this.trackedTree;
  }

  setTracked(tree: Promise<TrackedTree> | undefined): void {
    this.trackedTree = tree;
  }

  private async readIndex(): Promise<TrackedTree> {
    const tree = visibleTree(await readIndex(this), this.record.sparse);
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
