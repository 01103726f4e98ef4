import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suites } from './suites';

const ROOT = join(__dirname, '../../../..');
const PAGE = 'docs/kargo-compatibility.md';
const DEVIATIONS = 'packages/promotion-engine/conformance/deviations.jsonl';

/** How many areas each chapter of Kargo's behaviour has; a chapter without areas stands for itself. */
const CHAPTERS: Record<string, number> = {
  1: 14,
  2: 7,
  3: 8,
  4: 9,
  5: 10,
  6: 2,
  7: 0,
  8: 5,
  9: 0,
  10: 5,
  11: 5,
  12: 5,
  13: 2,
  14: 0,
  15: 6,
};

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Row {
  area: string;
  verdict: string;
  what: string;
  evidence: string[];
}

/** Lines of tables whose first cell begins with a number. */
const rows: Row[] = textOf(PAGE)
  .split('\n')
  .flatMap(line => {
    const [, area = '', verdict = '', what = '', shown = ''] = line
      .split('|')
      .map(cell => cell.trim());
    const evidence = [...shown.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    return /^\d/.test(area) ? [{ area, verdict, what, evidence }] : [];
  });

describe(PAGE, () => {
  it('goes through every area, each once', () => {
    const expected = Object.entries(CHAPTERS).flatMap(([chapter, areas]) =>
      areas === 0
        ? [chapter]
        : Array.from(
            { length: areas },
            (_, index) => `${chapter}.${index + 1}`,
          ),
    );
    expect(rows.map(({ area }) => area.split(' ')[0])).toEqual(expected);
  });

  it.each(rows.map(row => [row.area, row] as const))(
    '%s has a verdict, a reason where it differs, and something that shows it',
    (_, { verdict, what, evidence }) => {
      expect(['same', 'deviating', 'not yet']).toContain(verdict);
      if (verdict === 'deviating') expect(what).not.toBe('');
      expect(evidence).not.toEqual([]);
      for (const name of evidence) {
        const isSuite = Object.hasOwn(suites, name);
        const path = `packages/promotion-engine/src/${name}`;
        const isThere = [path, name].some(each => existsSync(join(ROOT, each)));
        expect([name, isSuite || isThere]).toEqual([name, true]);
      }
    },
  );

  it('leaves no suite out, and calls no area the same where a suite deviates by more than a slip', () => {
    const shown = new Set(rows.flatMap(({ evidence }) => evidence));
    // what is a part of another suite needs no row of its own
    const parts = ['path-match', 'semver-check', 'semver-sort'];
    const missing = Object.keys(suites).filter(
      name => !shown.has(name) && !parts.includes(name),
    );
    expect(missing).toEqual([]);
    const listed = textOf(DEVIATIONS)
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line).id.replace(/-\d+$/, '') as string);
    const differing = [...new Set(listed)].filter(
      suite => listed.filter(each => each === suite).length > 1,
    );
    for (const suite of differing) {
      const verdicts = rows
        .filter(({ evidence }) => evidence.includes(suite))
        .map(({ verdict }) => verdict);
      expect([suite, verdicts.includes('deviating')]).toEqual([suite, true]);
    }
  });
});
