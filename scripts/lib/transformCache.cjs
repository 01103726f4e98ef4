const { createHash } = require('node:crypto');
const {
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} = require('node:fs');
const { join } = require('node:path');
const { createRequire } = require('node:module');

// the very module that Backstage's hook has
const swc = createRequire(require.resolve('@backstage/cli-node/package.json'))(
  '@swc/core',
);

/*
 * Keeps what swc made of each file, so that a command line tool that runs from its source starts without compiling
 * it again. Loaded before Backstage's hook, which takes `transformSync` from the same module.
 */
const DIRECTORY = join(
  __dirname,
  '../../node_modules/.cache/stevedore-transform',
);
const { transformSync } = swc;

const hash = (...parts) =>
  createHash('sha256').update(parts.join('\0')).digest('hex');

// one entry a file: it is replaced when the file changes, so there are never more of them than files
swc.transformSync = (code, options) => {
  const entry = join(DIRECTORY, `${hash(options.filename)}.js`);
  const key = hash(swc.version, JSON.stringify(options), code);
  const known = read(entry);
  if (known?.startsWith(`${key}\n`))
    return { code: known.slice(key.length + 1) };
  const made = transformSync(code, options);
  keep(entry, `${key}\n${made.code}`);
  return made;
};

function read(entry) {
  try {
    return readFileSync(entry, 'utf8');
  } catch {
    return undefined;
  }
}

/** As a whole or not at all; a place that cannot be written to only costs time. */
function keep(entry, text) {
  const part = `${entry}.${process.pid}`;
  try {
    mkdirSync(DIRECTORY, { recursive: true });
    writeFileSync(part, text);
    renameSync(part, entry);
  } catch {
    // the next run compiles it again
  }
}
