import { runGit } from '../git/runGit';
import { readVersion, VERSION_FILES, VersionFile } from './readVersion';

/** `web/dev` to version. */
export type Versions = ReadonlyMap<string, string>;

/** What the files of earlier revisions said, by blob id: few change at once. */
export type VersionCache = Map<string, string | undefined>;

/** The versions that `apps/<component>/<stage>/` of a revision ask for. */
export async function readVersions(
  repositoryPath: string,
  revision: string,
  cache: VersionCache,
): Promise<Versions> {
  const git = (...args: string[]) => runGit(args, { cwd: repositoryPath });
  const listing = await git('ls-tree', '-r', '-z', revision, 'apps/');
  const versions = new Map<string, string>();
  for (const { stage, file, blob } of listVersionFiles(listing)) {
    if (!cache.has(blob)) {
      const text = await git('cat-file', 'blob', blob);
      cache.set(
        blob,
        tolerate(() => readVersion(file, text)),
      );
    }
    const version = cache.get(blob);
    if (version) versions.set(stage, version);
  }
  return versions;
}

/** Lines of `ls-tree`: mode, type and id, a tab, the path. */
function listVersionFiles(listing: string) {
  const found = new Map<
    string,
    { stage: string; file: VersionFile; blob: string }
  >();
  for (const line of listing.split('\0')) {
    const match = /^\d+ blob (\S+)\tapps\/([^/]+\/[^/]+)\/([^/]+)$/.exec(line);
    if (!match) continue;
    const [, blob, stage, name] = match;
    const file = VERSION_FILES.find(known => known === name);
    if (!file || found.get(stage)?.file === VERSION_FILES[0]) continue;
    found.set(stage, { stage, file, blob });
  }
  return found.values();
}

/** A file that does not parse runs nothing; the other stages go on. */
function tolerate<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
