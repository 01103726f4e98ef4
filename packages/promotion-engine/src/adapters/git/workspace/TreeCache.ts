import { LruCache, shared } from '../../LruCache';
import { TrackedTree } from './TrackedTree';

/** Files of all trees together: some 50 MB. A copy with a few changes shares most of them and counts all the same. */
const FILES = 200_000;
const TREES = 1_000;

/** The trees that promotions rest on, of all mirrors of this replica: most begin where the last one ended. */
export class TreeCache {
  private readonly trees = new LruCache<Promise<TrackedTree>>(TREES);
  private readonly sizes = new Map<string, number>();
  private total = 0;

  /** @returns a tree that nobody may change */
  get(id: string, load: () => Promise<TrackedTree>): Promise<TrackedTree> {
    return shared(this.trees, id, async () => {
      const tree = await load();
      this.count(id, tree);
      return tree;
    });
  }

  /** One that is in memory. */
  known(id: string): Promise<TrackedTree> | undefined {
    return this.trees.get(id);
  }

  set(id: string, tree: TrackedTree): void {
    this.trees.set(id, Promise.resolve(tree));
    this.count(id, tree);
  }

  private count(id: string, { entries }: TrackedTree): void {
    this.forget(id);
    this.sizes.set(id, entries.size);
    this.total += entries.size;
    for (const oldest of this.sizes.keys()) {
      if (this.total <= FILES || oldest === id) break;
      this.forget(oldest);
      this.trees.delete(oldest);
    }
  }

  private forget(id: string): void {
    this.total -= this.sizes.get(id) ?? 0;
    this.sizes.delete(id);
  }
}
