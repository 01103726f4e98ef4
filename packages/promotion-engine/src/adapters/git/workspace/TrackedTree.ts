import { isWithin } from './pathRules';

export interface TrackedEntry {
  /** Octal, as Git writes it: 100644, 100755, 120000 (symlink), 160000 (submodule). */
  mode: string;
  id: string;
}

export type EntryKind = 'file' | 'directory' | 'symlink';

/** What the index of a checkout holds, minus what was deleted since. */
export class TrackedTree {
  readonly entries: Map<string, TrackedEntry>;
  /** In the index, and deleted since. */
  readonly removed = new Set<string>();
  private children?: Map<string, Set<string>>;

  constructor(entries: Map<string, TrackedEntry>) {
    this.entries = entries;
  }

  kind(path: string): EntryKind | undefined {
    const entry = this.entries.get(path);
    if (entry) {
      return kindOfMode(entry.mode);
    }
    return path === '' || this.directories().has(path)
      ? 'directory'
      : undefined;
  }

  /** Names directly below a directory. */
  list(path: string): string[] {
    return [...(this.directories().get(path) ?? [])];
  }

  /** Tracked paths at or below a path. */
  below(path: string): string[] {
    return [...this.entries.keys()].filter(candidate =>
      isWithin(candidate, path),
    );
  }

  delete(path: string): void {
    const gone = this.entries.has(path) ? [path] : this.below(path);
    gone.forEach(entry => {
      this.entries.delete(entry);
      this.removed.add(entry);
    });
    this.children = undefined;
  }

  private directories(): Map<string, Set<string>> {
    if (!this.children) {
      this.children = new Map();
      for (const path of this.entries.keys()) {
        addToParents(this.children, path);
      }
    }
    return this.children;
  }
}

function addToParents(children: Map<string, Set<string>>, path: string): void {
  let rest = path;
  while (rest !== '') {
    const slash = rest.lastIndexOf('/');
    const parent = slash < 0 ? '' : rest.slice(0, slash);
    const names = children.get(parent);
    if (names) {
      names.add(rest.slice(slash + 1));
      return;
    }
    children.set(parent, new Set([rest.slice(slash + 1)]));
    rest = parent;
  }
}

function kindOfMode(mode: string): EntryKind {
  if (mode === '120000') {
    return 'symlink';
  }
  return mode === '160000' ? 'directory' : 'file';
}

/** `<mode> <type> <id>\t<path>` of `ls-tree -rz`, or `<mode> <id> <stage>\t<path>` of `ls-files -sz`. */
export function parseTrackedTree(printed: Buffer): TrackedTree {
  const entries = new Map<string, TrackedEntry>();
  for (const record of printed.toString().split('\0')) {
    const tab = record.indexOf('\t');
    if (tab > 0) {
      const [mode, second, third] = record.slice(0, tab).split(' ');
      entries.set(record.slice(tab + 1), {
        mode,
        id: third.length > 1 ? third : second,
      });
    }
  }
  return new TrackedTree(entries);
}
