import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fillInAddresses } from './addresses';
import { DemoWorld } from './buildConfig';
import { componentsOf, exampleOf } from './components';
import { readFiles } from './readFiles';

/**
 * Copies the components' definitions to where the catalog reads them. What is
 * already there stays: people change these files to try things.
 */
export async function writeCatalog(world: DemoWorld): Promise<void> {
  const { layout, ports } = world;
  for (const component of componentsOf(world)) {
    const target = join(layout.catalog, component.name);
    if (await exists(target)) continue;
    const files = await readFiles(exampleOf(component.folder));
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
