import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordIo } from '../__testUtils__/recordIo';
import { manifests } from './manifests';

const EXAMPLES = join(__dirname, '../../../../examples');

describe('manifests', () => {
  it('prints what the annotations compile to', async () => {
    const io = recordIo();
    expect(await manifests(join(EXAMPLES, 'web/catalog-info.yaml'), io)).toBe(
      0,
    );
    expect(io.stderr).toBe('');
    expect(io.stdout.match(/^kind: .*$/gm)).toEqual(
      expect.arrayContaining([
        'kind: Project',
        'kind: Warehouse',
        'kind: Stage',
      ]),
    );
  });

  it('points at the character that is wrong, and says what to do', async () => {
    const io = recordIo();
    const file = join(EXAMPLES, 'broken/catalog-info.yaml');
    expect(await manifests(file, io)).toBe(1);
    expect(io.stdout).toBe('');
    expect(io.stderr).toMatch(
      /broken\/catalog-info\.yaml:11:33: error: .*develop.*\n {2}\S/,
    );
  });

  it('says where the manifests are, when they are files', async () => {
    const io = recordIo();
    expect(await manifests(join(EXAMPLES, 'shop/catalog-info.yaml'), io)).toBe(
      1,
    );
    expect(io.stderr).toContain(
      'has its manifests in files already.\n  Look into ./delivery',
    );
  });

  describe('with a file of its own', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'stevedore-cli-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    it.each([
      [
        'no annotations',
        'kind: Component\nmetadata: { name: web }\n',
        ': error: No entity writes a pipeline',
      ],
      ['broken YAML', 'kind: Component\nmetadata: { name: [web }\n', ':2:'],
    ])('refuses %s', async (_, text, words) => {
      const io = recordIo();
      const file = join(folder, 'catalog-info.yaml');
      await writeFile(file, text);
      expect(await manifests(file, io)).toBe(1);
      expect(io.stderr).toContain(`${file}${words}`);
    });

    it('names a file that is not there', async () => {
      await expect(
        manifests(join(folder, 'none.yaml'), recordIo()),
      ).rejects.toThrow(/none\.yaml cannot be read \(ENOENT\)/);
    });
  });
});
