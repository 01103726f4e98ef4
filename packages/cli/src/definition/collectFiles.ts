import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ManifestFile } from '@stevedore/promotion-engine';

/** Words at the beginning of what we read; a folder also holds charts, values and templates that are no YAML. */
const OURS =
  /^\s*["']?apiVersion["']?\s*:\s*["']?(kargo\.akuity\.io|argoproj\.io|backstage\.io)\//m;
const CLOSED = new Set(['node_modules', 'vendor']);

/**
 * The files that paths mean: a file is read whatever it holds, a folder for its YAML with manifests or entities in it.
 * @throws Error with one sentence for a path that cannot be read
 */
export async function collectFiles(paths: string[]): Promise<ManifestFile[]> {
  const found = new Map<string, ManifestFile>();
  for (const path of paths) {
    for (const file of await filesOf(path)) found.set(file.name, file);
  }
  return [...found.values()];
}

async function filesOf(path: string): Promise<ManifestFile[]> {
  const status = await stat(path).catch(error => {
    throw new Error(`${path} cannot be read (${error.code ?? error.message})`);
  });
  return status.isDirectory()
    ? filesBelow(path)
    : [{ name: path, text: await readFile(path, 'utf8') }];
}

async function filesBelow(folder: string): Promise<ManifestFile[]> {
  const files: ManifestFile[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const closed = entry.name.startsWith('.') || CLOSED.has(entry.name);
    if (entry.isDirectory() && !closed) {
      files.push(...(await filesBelow(path)));
    } else if (entry.isFile() && /\.ya?ml$/.test(entry.name)) {
      const text = await readFile(path, 'utf8');
      if (OURS.test(text)) files.push({ name: path, text });
    }
  }
  return files;
}
