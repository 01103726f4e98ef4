import { readdirSync } from 'fs';
import { join } from 'path';
import { builtInKinds, imageSource } from './builtInKinds';

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
  sources: [imageSource],
  steps,
  verifiers,
};

describe('the lists of kinds', () => {
  it.each(Object.keys(registered))(
    'name every folder of kinds/%s, and nothing else',
    family => {
      expect(registered[family].map(kind => kind.id).sort()).toEqual(
        foldersOf(family),
      );
    },
  );

  it('know every family', () => {
    expect([...Object.keys(registered), 'versioning'].sort()).toEqual(
      readdirSync(KINDS).sort(),
    );
  });
});
