import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fillInAddresses } from './addresses';
import { COMPONENTS, exampleOf } from './components';
import { DemoPorts } from './ports';
import { readFiles } from './readFiles';

/**
 * Copies the components' definitions to where the catalog reads them. What is
 * already there stays: people change these files to try things.
 */
export async function writeCatalog(
  directory: string,
  ports: DemoPorts,
): Promise<void> {
  for (const component of COMPONENTS) {
    const target = join(directory, component);
    if (await exists(target)) continue;
    const files = await readFiles(exampleOf(component));
    for (const [name, text] of Object.entries(files)) {
      const path = join(target, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, fillInAddresses(text, ports));
    }
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
