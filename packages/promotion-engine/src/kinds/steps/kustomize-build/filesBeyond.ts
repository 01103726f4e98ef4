import { posix } from 'path';
import { Workspace } from '../../../ports/git';
import { Kustomization, kustomizationOf } from './localSources';

/** Fields whose files name further files, which are not looked at here. */
const PLUGINS = [
  'generators',
  'transformers',
  'validators',
  'helmChartInflationGenerator',
];

/**
 * Files of the workspace that kustomizations name outside of their own directories (Kargo lifts kustomize's restriction
 * to those, and confines it to the workspace). None unless everything that they could name is in the workspace, however
 * kustomize reads it: then its own restriction stays.
 */
export async function filesBeyond(
  workspace: Workspace,
  directories: string[],
): Promise<string[]> {
  const files = new Set<string>();
  for (const directory of directories) {
    const { content } = await kustomizationOf(workspace, directory);
    const isPlain =
      !PLUGINS.some(field => field in content) &&
      !(await leadsThroughLink(workspace, directory));
    const paths = isPlain && pathsUp(content, directory);
    if (!paths) return [];
    for (const path of paths)
      if ((await workspace.stat(path)) === 'file') files.add(path);
  }
  return [...files];
}

/** What leads out of the directory, as paths of the workspace; undefined when something may lead out of that. */
function pathsUp(
  content: Kustomization,
  directory: string,
): string[] | undefined {
  const paths: string[] = [];
  // a generator names its files as key=path
  const texts = textsOf(content).flatMap(text => [
    text,
    text.slice(text.indexOf('=') + 1),
  ]);
  for (const text of texts) {
    if (text.startsWith('/')) return undefined;
    const parts = text.split('/');
    if (!parts.includes('..')) continue;
    // behind a symlink, up is somewhere else
    const isDown = parts.findIndex(part => part !== '..' && part !== '.');
    if (isDown >= 0 && parts.indexOf('..', isDown) >= 0) return undefined;
    const path = posix.join(directory, text);
    if (path.split('/').includes('..')) return undefined;
    paths.push(path);
  }
  return paths;
}

/** Every text of one line, wherever it stands. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('\n') ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...textsOf(inside),
  ]);
}

async function leadsThroughLink(
  workspace: Workspace,
  directory: string,
): Promise<boolean> {
  const parts = directory.split('/').filter(part => part !== '.');
  for (const [index] of parts.entries())
    if (
      (await workspace.stat(parts.slice(0, index + 1).join('/'))) === 'symlink'
    )
      return true;
  return false;
}
