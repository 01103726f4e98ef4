import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..');

/** Every key of the schema below `stevedore`, with dots; what is in a list has its list's name in front. */
function keysOf(node: ts.Node, prefix: string[] = []): string[] {
  const found: string[] = [];
  ts.forEachChild(node, child => {
    if (!ts.isPropertySignature(child)) {
      found.push(...keysOf(child, prefix));
      return;
    }
    const path = [...prefix, child.name.getText()];
    const inside = keysOf(child, path);
    found.push(...(inside.length > 0 ? inside : [path.join('.')]));
  });
  return found;
}

/** What configuration.md has in a table or a heading, in the section of its list where it has one. */
function documented(text: string): Set<string> {
  const keys = new Set<string>();
  for (const section of text.split(/^## /m)) {
    const heading = /^`([\w.]+)`/.exec(section)?.[1];
    if (heading) keys.add(heading);
    for (const [, cell] of section.matchAll(/^\| ((?:`[\w.]+`(?:, )?)+)/gm))
      for (const [, key] of cell.matchAll(/`([\w.]+)`/g))
        keys.add(heading && !heading.includes('.') ? `${heading}.${key}` : key);
    for (const [, key] of section.matchAll(/`(name|email)`/g))
      if (heading === 'git') keys.add(`git.${key}`);
  }
  return keys;
}

it('documents every key of the configuration, and no other', () => {
  const schema = readFileSync(join(ROOT, 'config.d.ts'), 'utf8');
  const file = ts.createSourceFile(
    'config.d.ts',
    schema,
    ts.ScriptTarget.Latest,
    true,
  );
  const keys = keysOf(file).map(key => key.replace(/^stevedore\./, ''));
  const page = readFileSync(join(ROOT, '../../docs/configuration.md'), 'utf8');
  const known = [...documented(page)].filter(
    key => keys.some(each => each === key) || !isSection(key, keys),
  );
  expect(keys.length).toBeGreaterThan(15);
  expect(known.sort()).toEqual([...keys].sort());
});

function isSection(key: string, keys: string[]): boolean {
  return keys.some(each => each.startsWith(`${key}.`));
}
