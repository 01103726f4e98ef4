import { posix } from 'path';
import { parse } from 'yaml';
import { Workspace } from '../../../ports/git';

/** Names that kustomize accepts, in its order. */
const FILES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Fields whose entries may be directories with a kustomization of their own. */
const ROOTS = [
  'resources',
  'bases',
  'components',
  'generators',
  'transformers',
  'validators',
];

/** A chain of kustomizations longer than this is none. */
const MOST = 1_000;

export type Kustomization = Record<string, unknown>;

/**
 * Directories of every kustomization that a build reads, from the first one on. kustomize itself keeps each of them
 * to files in or below its directory; that the directories are in the workspace is seen here.
 * @throws Error with a sentence for what is not in the workspace, and for charts that would be fetched
 */
export async function localSources(
  workspace: Workspace,
  start: string,
): Promise<string[]> {
  const seen = new Set<string>();
  const waiting = [posix.normalize(start)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (seen.size > MOST)
      throw new Error(`${start} leads to more than ${MOST} kustomizations`);
    const { file, content } = await kustomizationOf(workspace, path);
    refuseRemoteCharts(file, content);
    for (const chart of chartHomes(content))
      await present(workspace, posix.join(path, chart), `${file}: ${chart}`);
    for (const entry of entriesOf(content)) {
      const target = posix.join(path, entry);
      const kind = await present(workspace, target, `${file}: ${entry}`);
      if (kind === 'directory') waiting.push(target);
    }
  }
  return [...seen];
}

export async function kustomizationOf(
  workspace: Workspace,
  directory: string,
): Promise<{ file: string; content: Kustomization }> {
  for (const name of FILES) {
    const file = posix.join(directory, name);
    if ((await workspace.stat(file)) === undefined) continue;
    const text = await workspace.readText(file);
    try {
      return { file, content: parse(text, { logLevel: 'silent' }) ?? {} };
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`);
    }
  }
  throw new Error(`${directory} has no kustomization.yaml`);
}

/** Texts of the fields that name files or directories; a manifest that stands in the list itself is none. */
function entriesOf(content: Kustomization): string[] {
  return ROOTS.flatMap(field => content[field] ?? []).filter(
    (entry): entry is string =>
      typeof entry === 'string' && !entry.includes('\n'),
  );
}

/** What is at an entry: a directory also where a symlink leads to one. */
async function present(
  workspace: Workspace,
  path: string,
  entry: string,
): Promise<'file' | 'directory'> {
  const kind = await workspace.stat(path);
  if (kind === 'file' || kind === 'directory') return kind;
  if (kind === undefined)
    throw new Error(
      `${entry} is not in the workspace; what is elsewhere is not fetched: check it out first, or name what is here`,
    );
  try {
    await workspace.list(path);
    return 'directory';
  } catch {
    await workspace.readBytes(path);
    return 'file';
  }
}

interface ChartEntry {
  name?: unknown;
  repo?: unknown;
}

function chartsOf(content: Kustomization): ChartEntry[] {
  const { helmCharts, helmChartInflationGenerator } = content;
  return [helmCharts, helmChartInflationGenerator]
    .flatMap(list => (Array.isArray(list) ? list : []))
    .filter(chart => typeof chart === 'object' && chart !== null);
}

function refuseRemoteCharts(file: string, content: Kustomization): void {
  const globals = content.helmGlobals as { configHome?: unknown } | undefined;
  if (globals?.configHome)
    throw new Error(`${file}: helmGlobals.configHome is not supported`);
  const remote = chartsOf(content).find(({ repo }) => repo);
  if (remote)
    throw new Error(
      `${file}: the chart ${remote.name} has a repo, from which nothing is fetched here: put the chart below the charts directory of the kustomization and leave repo out`,
    );
}

function chartHomes(content: Kustomization): string[] {
  if (chartsOf(content).length === 0) return [];
  const globals = content.helmGlobals as { chartHome?: unknown } | undefined;
  return [String(globals?.chartHome ?? 'charts')];
}

/** Whether helm is needed, too. */
export async function usesHelm(
  workspace: Workspace,
  directories: string[],
): Promise<boolean> {
  for (const directory of directories) {
    const { content } = await kustomizationOf(workspace, directory);
    if (chartsOf(content).length > 0) return true;
  }
  return false;
}
