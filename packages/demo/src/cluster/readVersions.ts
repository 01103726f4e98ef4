import { runGit } from '../git/runGit';
import { readVersion, VERSION_FILES } from './readVersion';

/** `web/dev` to version. */
export type Versions = ReadonlyMap<string, string>;

/** The versions that `apps/<component>/<stage>/` of a revision ask for. */
export async function readVersions(
  repositoryPath: string,
  revision: string,
): Promise<Versions> {
  const listing = await runGit(
    ['ls-tree', '-r', '-z', '--name-only', revision, 'apps/'],
    { cwd: repositoryPath },
  );
  const paths = new Set(listing.split('\0'));
  const versions = new Map<string, string>();
  for (const stage of listStages(paths)) {
    const file = VERSION_FILES.find(name => paths.has(`apps/${stage}/${name}`));
    if (!file) continue;
    const text = await runGit(['show', `${revision}:apps/${stage}/${file}`], {
      cwd: repositoryPath,
    });
    const version = tolerate(() => readVersion(file, text));
    if (version) versions.set(stage, version);
  }
  return versions;
}

function listStages(paths: ReadonlySet<string>): Set<string> {
  const stages = [...paths].flatMap(path => {
    const match = /^apps\/([^/]+\/[^/]+)\//.exec(path);
    return match ? [match[1]] : [];
  });
  return new Set(stages);
}

/** A file that does not parse runs nothing; the other stages go on. */
function tolerate<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
