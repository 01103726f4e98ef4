// What npm would show and ship of each package that is published, read from its
// sources, so that nothing has to be built.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { workspaces } from '../lib/fingerprint.mjs';
import { fromRoot } from '../lib/root.mjs';

const IMPORT =
  /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*|\brequire\(\s*)'([^'\n]+)'/g;
const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
/** Made when the package is built. */
const BUILT = 'dist';

/** @returns {{ name: string, failure?: string }[]} one case a package */
export function checkPackages() {
  return workspaces().flatMap(folder => {
    const manifest = JSON.parse(
      readFileSync(fromRoot(folder, 'package.json'), 'utf8'),
    );
    if (manifest.private) return [];
    const failure = faultsOf(fromRoot(folder), manifest).join('\n');
    return [{ name: manifest.name, failure }];
  });
}

/** Takes from the backend's package.json what is there, one thing at a time: each has to be missed. */
export function checkPlantedPackages() {
  const folder = fromRoot('plugins/stevedore-backend');
  const manifest = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const { knex, ...without } = manifest.dependencies;
  const plants = {
    'has no license': { license: undefined },
    'migrations is not in "files"': { files: ['dist', 'config.d.ts'] },
    '"files" names nothing': { files: [...manifest.files, 'nothing'] },
    'delete the folder ./migrations': {
      exports: { './migrations': './src/index.ts' },
    },
    'imports knex': { dependencies: without },
    'depends on left-over': {
      dependencies: { ...manifest.dependencies, 'left-over': '1.0.0' },
    },
  };
  return Object.entries(plants).map(([sentence, change]) => {
    const said = faultsOf(folder, { ...manifest, ...change });
    const spoke = said.length === 1 && said[0].includes(sentence);
    return {
      name: `says "${sentence}"`,
      failure: spoke ? '' : `said ${JSON.stringify(said)}`,
    };
  });
}

/** Sentences about a package in `folder`. */
function faultsOf(folder, manifest) {
  return [
    ...faultsOfMetadata(folder, manifest),
    ...faultsOfFiles(folder, manifest),
    ...faultsOfDependencies(folder, manifest),
  ];
}

function faultsOfMetadata(folder, manifest) {
  const missing = ['description', 'keywords', 'license'].filter(
    key => !manifest[key]?.length,
  );
  return [
    ...missing.map(key => `package.json has no ${key}`),
    ...(existsSync(path.join(folder, 'README.md')) ? [] : ['no README.md']),
  ];
}

function faultsOfFiles(folder, { files = [], configSchema, exports = {} }) {
  const read = [
    ...(existsSync(path.join(folder, 'migrations')) ? ['migrations'] : []),
    ...(configSchema ? [configSchema] : []),
  ];
  const there = name => existsSync(path.join(folder, name));
  return [
    ...[BUILT, ...read]
      .filter(name => !files.includes(name))
      .map(name => `${name} is not in "files", so it would not be packed`),
    ...files
      .filter(name => name !== BUILT && !there(name))
      .map(name => `"files" names ${name}, which is not there`),
    // Backstage's postpack deletes it, taking it for what its prepack made
    ...Object.keys(exports)
      .filter(name => name !== '.' && name !== './package.json' && there(name))
      .map(
        name => `packing would delete the folder ${name}: rename the export`,
      ),
  ];
}

function faultsOfDependencies(folder, manifest) {
  const { dependencies = {}, peerDependencies = {}, name } = manifest;
  const declared = { ...dependencies, ...peerDependencies, [name]: '' };
  const used = importedBy(folder, manifest);
  return [
    ...[...used]
      .filter(each => !(each in declared))
      .map(each => `imports ${each}, which is no dependency of it`),
    ...Object.keys(dependencies)
      .filter(each => !used.has(each))
      .map(each => `depends on ${each} and imports nothing of it`),
  ];
}

/** Names of the packages that are imported by what its entry points reach; that is what is built. */
function importedBy(folder, { main, exports = {}, configSchema }) {
  const entries = [main, ...Object.values(exports), configSchema]
    .filter(name => /\.tsx?$/.test(name ?? ''))
    .map(name => path.join(folder, name));
  const seen = new Set(entries);
  const names = new Set();
  for (const file of seen) {
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      if (specifier.startsWith('.')) {
        const next = resolveFile(path.resolve(path.dirname(file), specifier));
        if (next) seen.add(next);
      } else if (!isOfNode(specifier)) {
        names.add(packageOf(specifier));
      }
    }
  }
  return names;
}

function resolveFile(base) {
  const file = ENDINGS.map(ending => base + ending).find(
    name => existsSync(name) && statSync(name).isFile(),
  );
  return file && /\.tsx?$/.test(file) ? file : undefined;
}

const isOfNode = name =>
  name.startsWith('node:') || builtinModules.includes(name);

const packageOf = specifier =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
