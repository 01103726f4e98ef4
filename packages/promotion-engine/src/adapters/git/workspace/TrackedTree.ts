import { SUBMODULE, SYMLINK, TreeEntry } from '../objects/GitObject';
import { isDoubtfulPath } from '../objects/plainPath';
import { isWithin } from './pathRules';

export type EntryKind = 'file' | 'directory' | 'symlink';

/** Names below every directory, worked out when somebody asks; trees with the same paths share them. */
interface Directories {
  names?: Map<string, Set<string>>;
}

/** The files of a commit, minus what was deleted since. */
export class TrackedTree {
  /** In the commit, and deleted since. */
  readonly removed = new Set<string>();
  private files: Map<string, TreeEntry>;
  private directories: Directories;
  /** Others hold the same files: they are copied before the first is deleted. */
  private isShared = false;
  private doubt?: boolean;

  constructor(entries: Map<string, TreeEntry>, directories: Directories = {}) {
    this.files = entries;
    this.directories = directories;
  }

  /** Git has to say whether it may be checked out. */
  get isDoubtful(): boolean {
    this.doubt ??= [...this.files.keys()].some(isDoubtfulPath);
    return this.doubt;
  }

  get entries(): ReadonlyMap<string, TreeEntry> {
    return this.files;
  }

  /** One that may be changed while this one stays. */
  fork(): TrackedTree {
    const copy = new TrackedTree(this.files, this.directories);
    copy.isShared = true;
    return copy;
  }

  /** The tree with these files; undefined: without. */
  with(changes: ReadonlyMap<string, TreeEntry | undefined>): TrackedTree {
    const files = new Map(this.files);
    let samePaths = true;
    for (const [path, entry] of changes) {
      samePaths &&= entry !== undefined && files.has(path);
      if (entry) files.set(path, entry);
      else files.delete(path);
    }
    const tree = new TrackedTree(files, samePaths ? this.directories : {});
    if (samePaths) tree.doubt = this.doubt;
    return tree;
  }

  kind(path: string): EntryKind | undefined {
    const entry = this.entries.get(path);
    if (entry) {
      return kindOfMode(entry.mode);
    }
    return path === '' || this.names().has(path) ? 'directory' : undefined;
  }

  /** Names directly below a directory. */
  list(path: string): string[] {
    return [...(this.names().get(path) ?? [])];
  }

  /** Tracked paths at or below a path. */
  below(path: string): string[] {
    return [...this.entries.keys()].filter(candidate =>
      isWithin(candidate, path),
    );
  }

  delete(path: string): void {
    const gone = this.files.has(path) ? [path] : this.below(path);
    if (this.isShared) this.files = new Map(this.files);
    this.isShared = false;
    gone.forEach(entry => {
      this.files.delete(entry);
      this.removed.add(entry);
    });
    this.directories = {};
  }

  private names(): Map<string, Set<string>> {
    let { names } = this.directories;
    if (!names) {
      names = new Map();
      for (const path of this.files.keys()) addToParents(names, path);
      this.directories.names = names;
    }
    return names;
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
  if (mode === SYMLINK) {
    return 'symlink';
  }
  return mode === SUBMODULE ? 'directory' : 'file';
}

/** `<mode> <type> <id>\t<path>` of `ls-tree -rz`. */
export function parseTrackedTree(printed: Buffer): TrackedTree {
  const entries = new Map<string, TreeEntry>();
  for (const record of printed.toString().split('\0')) {
    const tab = record.indexOf('\t');
    if (tab > 0) {
      const [mode, , id] = record.slice(0, tab).split(' ');
      entries.set(record.slice(tab + 1), { mode, id });
    }
  }
  return new TrackedTree(entries);
}
