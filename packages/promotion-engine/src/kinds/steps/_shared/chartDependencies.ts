import { posix } from 'path';
import { parse } from 'yaml';
import { Workspace } from '../../../ports/git';
import { StepRun } from '../../../registry/step';

export interface ChartDependency {
  name: string;
  version: string;
  repository: string;
}

/** What `Chart.yaml` names; none where it names none. @throws Error that names the file */
export async function chartDependencies(
  workspace: Workspace,
  chart: string,
): Promise<ChartDependency[]> {
  const file = posix.join(chart, 'Chart.yaml');
  const text = await workspace.readText(file);
  let content: { dependencies?: unknown } | null;
  try {
    content = parse(text, { logLevel: 'silent' });
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
  const listed = content?.dependencies;
  return (Array.isArray(listed) ? listed : []).map(each => ({
    name: String(each?.name ?? ''),
    version: String(each?.version ?? ''),
    repository: String(each?.repository ?? ''),
  }));
}

/** Directory of a dependency on this disk, as a path of the workspace. */
export function localDependency(
  chart: string,
  { repository }: ChartDependency,
): string | undefined {
  return repository.startsWith('file://')
    ? posix.join(chart, repository.slice('file://'.length))
    : undefined;
}

/** @returns a sentence for the first dependency that may not be fetched, or cannot */
export async function dependencyRefusal(
  { refusal }: StepRun,
  dependencies: ChartDependency[],
): Promise<string | undefined> {
  for (const { name, repository } of dependencies) {
    if (repository === '' || repository.startsWith('file://')) continue;
    if (!/^(https?|oci):\/\//.test(repository))
      return `the dependency ${name} is from ${repository}: name its repository by an address, such as https://… or oci://…`;
    const url = repository.startsWith('oci://')
      ? `${repository.replace(/\/$/, '')}/${name}`
      : repository;
    const refused = await refusal({ kind: 'chart', url, access: 'read' });
    if (refused) return refused;
  }
  return undefined;
}

/**
 * Every chart on this disk that a chart depends on, itself first.
 * @throws PathError for one outside of the workspace
 */
export async function localCharts(
  workspace: Workspace,
  start: string,
): Promise<{ path: string; dependencies: ChartDependency[] }[]> {
  const found = new Map<string, ChartDependency[]>();
  const waiting = [posix.normalize(start)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const dependencies = await chartDependencies(workspace, path);
    found.set(path, dependencies);
    for (const dependency of dependencies) {
      const local = localDependency(path, dependency);
      if (local !== undefined) waiting.push(local);
    }
  }
  return [...found].map(([path, dependencies]) => ({ path, dependencies }));
}
