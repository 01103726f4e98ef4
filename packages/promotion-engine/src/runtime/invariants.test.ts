import { readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '../../../..');
const INVARIANTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Test code below a folder: tests, and the suites that tests run. */
function testFiles(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    if (name === 'node_modules') return [];
    if (statSync(path).isDirectory()) return testFiles(path);
    return /\.test\.ts$|\/testing\/.*\.ts$/.test(path) ? [path] : [];
  });
}

/** Numbers that titles name: `invariant 4: …`, `invariants 2, 5 and 10: …`. */
function named(text: string): number[] {
  return [...text.matchAll(/['"]invariants? ([0-9, and]+):/g)].flatMap(match =>
    (match[1].match(/\d+/g) ?? []).map(Number),
  );
}

it('each of the ten invariants has a test that names it', () => {
  const folders = ['packages/promotion-engine/src', 'plugins'];
  const found = folders
    .flatMap(folder => testFiles(join(ROOT, folder)))
    .filter(path => path !== __filename)
    .flatMap(path => named(readFileSync(path, 'utf8')));
  expect(INVARIANTS.filter(number => !found.includes(number))).toEqual([]);
});
