import { existsSync, readdirSync } from 'fs';
import { join } from 'path';
import { builtInKinds, builtInSources } from './builtInKinds';
import { kargoStepSchemas } from './kargoStepSchemas';

const KINDS = join(__dirname, '../kinds');

/** Folders of a family; those that begin with `_` are no kinds. */
function foldersOf(family: string): string[] {
  return readdirSync(join(KINDS, family), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(entry => entry.name)
    .sort();
}

const { steps, gates, verifiers } = builtInKinds();
const registered: Record<string, { id: string }[]> = {
  gates,
  sources: Object.values(builtInSources),
  steps,
  verifiers,
};

describe('the lists of kinds', () => {
  it.each(Object.keys(registered))(
    'name every folder of kinds/%s that has a kind, and nothing else',
    family => {
      expect(registered[family].map(kind => kind.id).sort()).toEqual(
        foldersOf(family).filter(id =>
          existsSync(join(KINDS, family, id, 'index.ts')),
        ),
      );
    },
  );

  it('know the configuration of every step, also of those that cannot run', () => {
    expect(Object.keys(kargoStepSchemas).sort()).toEqual(foldersOf('steps'));
    for (const { id, schema } of steps)
      expect([id, kargoStepSchemas[id] === schema]).toEqual([id, true]);
  });

  it('know every family', () => {
    expect([...Object.keys(registered), 'versioning'].sort()).toEqual(
      readdirSync(KINDS).sort(),
    );
  });
});
