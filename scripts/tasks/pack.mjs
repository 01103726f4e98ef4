import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { workspaces } from '../lib/fingerprint.mjs';
import { YARN } from '../lib/install.mjs';
import { capture } from '../lib/process.mjs';
import { fromRoot } from '../lib/root.mjs';
import { TOOLS } from '../lib/tools.mjs';

const INTO = fromRoot('.packages');

/**
 * `npm run pack`: every package as it would be published, in .packages/.
 *
 * Standard output is the `resolutions` with which another Backstage installs them.
 */
export async function run() {
  rmSync(INTO, { recursive: true, force: true });
  mkdirSync(INTO);
  process.stderr.write('Building types and packages (minutes) …\n');
  await succeed([TOOLS.tsc, '--pretty', 'false']);
  const resolutions = {};
  for (const folder of workspaces()) {
    const manifest = JSON.parse(
      readFileSync(fromRoot(folder, 'package.json'), 'utf8'),
    );
    if (manifest.private) continue;
    resolutions[manifest.name] = `file:${await pack(folder, manifest)}`;
    process.stderr.write(`${manifest.name}\n`);
  }
  process.stdout.write(`${JSON.stringify({ resolutions }, null, 2)}\n`);
}

/** @returns the archive */
async function pack(folder, { name, version }) {
  const cwd = fromRoot(folder);
  const archive = `${INTO}/${name.slice(1).replace('/', '-')}-${version}.tgz`;
  const license = fromRoot(folder, 'LICENSE');
  try {
    await succeed([TOOLS.backstage, 'package', 'build'], cwd);
    copyFileSync(fromRoot('LICENSE'), license);
    await succeed([YARN, 'pack', '--out', archive], cwd);
  } finally {
    rmSync(license, { force: true });
    rmSync(fromRoot(folder, 'dist'), { recursive: true, force: true });
  }
  return archive;
}

async function succeed(args, cwd = fromRoot()) {
  const { code, output } = await capture(process.execPath, args, { cwd });
  if (code !== 0) throw new Error(`${cwd} could not be packed:\n${output}`);
}
