// Plants one violation of each boundary rule in a small copy of the repository's
// layout, and sees dependency-cruiser name exactly that edge with exactly that rule.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { capture } from '../lib/process.mjs';
import { fromRoot } from '../lib/root.mjs';
import { TOOLS } from '../lib/tools.mjs';
import { ALLOWED, PACKAGES, TARGETS, VIOLATIONS } from './plants.mjs';

const CONFIG = fromRoot('.dependency-cruiser.cjs');

/** @returns {Promise<{ name: string, failure?: string }[]>} one case a rule, and one for the allowed edges */
export async function checkPlantedViolations() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stevedore-planted-'));
  try {
    await plant(folder);
    return judge(await cruise(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function plant(folder) {
  const put = async (file, text) => {
    const full = path.join(folder, file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, text);
  };
  await put('package.json', '{"name":"planted","private":true}');
  for (const [name, where] of Object.entries(PACKAGES)) {
    await put(`${where}/package.json`, manifest(name));
    await put(`${where}/src/index.ts`, 'export const value = 1;\n');
    await link(folder, name, where);
  }
  await put(`plugins/stevedore-backend/src/plugin.ts`, TARGET);
  await put(`packages/promotion-engine/src/testing/index.ts`, TARGET);
  for (const where of TARGETS) await put(`${where}/target.ts`, TARGET);
  for (const planted of [...Object.values(VIOLATIONS), ...ALLOWED]) {
    await put(planted.file, source(planted));
    if (planted.back) await put(planted.back, "import './round';\n");
  }
}

const TARGET = 'export const value = 1;\nexport type Value = typeof value;\n';

function source({ imports, type }) {
  return type
    ? `import { Value } from '${imports}';\nexport type Own = Value;\n`
    : `import * as used from '${imports}';\nexport const own = used;\n`;
}

function manifest(name) {
  return JSON.stringify({
    name,
    main: 'src/index.ts',
    exports: { '.': './src/index.ts', './testing': './src/testing/index.ts' },
  });
}

async function link(folder, name, where) {
  const from = path.join(folder, 'node_modules', name);
  await mkdir(path.dirname(from), { recursive: true });
  await symlink(path.join(folder, where), from, 'dir');
}

async function cruise(folder) {
  const { output } = await capture(
    process.execPath,
    [
      TOOLS.cruise,
      '--config',
      CONFIG,
      '--output-type',
      'json',
      'packages',
      'plugins',
    ],
    { cwd: folder },
  );
  try {
    return JSON.parse(output).summary.violations;
  } catch {
    throw new Error(`dependency-cruiser did not answer with JSON:\n${output}`);
  }
}

function judge(violations) {
  const rules = createRequire(import.meta.url)(CONFIG).forbidden;
  const cases = rules.map(({ name }) => ({
    name: `fails with ${name}`,
    failure: missing(name, violations),
  }));
  const alarms = violations.filter(({ from }) =>
    ALLOWED.some(allowed => allowed.file === from),
  );
  return [
    ...cases,
    {
      name: 'says nothing about allowed imports',
      failure: alarms
        .map(({ rule, from }) => `${rule.name}: ${from}`)
        .join('\n'),
    },
  ];
}

function missing(rule, violations) {
  const planted = VIOLATIONS[rule];
  if (!planted) return `no violation of it is planted`;
  // a circle is reported from either end
  const ends = [planted.file, planted.back];
  const seen = violations.filter(({ from }) => ends.includes(from));
  if (seen.some(violation => violation.rule.name === rule)) return '';
  const others = seen.map(violation => violation.rule.name).join(', ');
  return `${planted.file} imports ${planted.imports} and was not reported (${
    others || 'no rule spoke'
  })`;
}
