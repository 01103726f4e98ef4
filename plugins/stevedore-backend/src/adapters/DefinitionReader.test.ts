import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { mockServices } from '@backstage/backend-test-utils';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DefinitionReader } from './DefinitionReader';

const FOLDER = 'https://github.com/acme/web/tree/main/app';
const LOCATION = 'https://github.com/acme/web/tree/main/app/catalog-info.yaml';

const entityAt = (location?: string, etag = '1'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'web',
    etag,
    annotations: {
      ...(location && { 'backstage.io/managed-by-location': location }),
      // an author's word
      'backstage.io/source-location': 'url:https://github.com/acme/other/',
    },
  },
});

const NOWHERE = 'the entity has no location';
const LEAVES =
  "it leaves the directory of the entity's file; keep the pipeline below it";

describe('DefinitionReader', () => {
  let now: number;
  let reader: DefinitionReader;
  const files = new Map<string, string>();
  const asked: string[] = [];

  beforeEach(() => {
    now = 0;
    files.clear();
    asked.length = 0;
    const read = (url: string, etag?: string) => {
      asked.push(url);
      const text = files.get(url);
      if (text === undefined) throw new Error(`${url} is not there`);
      if (text === etag) throw new NotModifiedError();
      return text;
    };
    reader = new DefinitionReader({
      clock: { now: () => now },
      remoteFreshMs: 60_000,
      integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
      reader: mockServices.urlReader.mock({
        readUrl: async (url, options) => {
          const text = read(url, options?.etag);
          return { etag: text, buffer: async () => Buffer.from(text) };
        },
        readTree: async (url, options) => {
          const etag = read(url, options?.etag);
          const names = etag
            .split(' ')
            .filter(name => options!.filter!(name, { size: 1 }));
          return {
            etag,
            archive: jest.fn(),
            dir: jest.fn(),
            files: async () =>
              names.map(path => ({
                path,
                content: async () => Buffer.from(`content of ${path}`),
              })),
          };
        },
      }),
    });
  });

  describe('behind a URL', () => {
    const web = entityAt(`url:${LOCATION}`);

    it('reads one file', async () => {
      files.set(`${FOLDER}/delivery/all.yaml`, 'kind: Project');
      expect(await reader.pipeline(web, './delivery/all.yaml')).toEqual([
        { name: './delivery/all.yaml', text: 'kind: Project' },
      ]);
    });

    it('reads the manifests of a folder, by name', async () => {
      files.set(`${FOLDER}/delivery/`, 'b.yml README.md a/a.yaml');
      expect(await reader.pipeline(web, './delivery/')).toEqual([
        { name: 'delivery/a/a.yaml', text: 'content of a/a.yaml' },
        { name: 'delivery/b.yml', text: 'content of b.yml' },
      ]);
    });

    it('asks again after a minute, and only for what changed', async () => {
      const url = `${FOLDER}/all.yaml`;
      const text = async () => (await reader.pipeline(web, 'all.yaml'))[0].text;
      files.set(url, 'one');
      expect(await text()).toBe('one');
      now = 59_999;
      files.set(url, 'two');
      expect(await text()).toBe('one');
      expect(asked).toEqual([url]);
      now = 60_000;
      expect(await text()).toBe('two');
      now = 120_000;
      expect(await text()).toBe('two');
      expect(asked).toHaveLength(3);
    });

    it('asks again at once for what could not be read', async () => {
      const url = `${FOLDER}/all.yaml`;
      await expect(reader.pipeline(web, 'all.yaml')).rejects.toThrow(
        `${url} is not there`,
      );
      files.set(url, 'one');
      expect(await reader.pipeline(web, 'all.yaml')).toHaveLength(1);
    });

    it('reads the file of a changed entity at once', async () => {
      files.set(LOCATION, 'one');
      const file = (etag: string) =>
        reader.entityFile(entityAt(`url:${LOCATION}`, etag));
      expect(await file('1')).toEqual({
        name: 'catalog-info.yaml',
        text: 'one',
      });
      files.set(LOCATION, 'two');
      expect((await file('1'))?.text).toBe('one');
      expect((await file('2'))?.text).toBe('two');
    });

    it.each([
      '../delivery/',
      '../../../../other/tree/main/delivery/',
      'https://github.com/acme/other/tree/main/delivery/',
      'https://internal.example/x.yaml',
      '/acme/other/tree/main/x.yaml',
      '//internal.example/x.yaml',
      '%2e%2e/delivery/',
      'a/..%2f..%2fdelivery/',
      '..\\delivery/',
      '../app-of-others/',
    ])('does not leave the folder of the entity by %s', async target => {
      await expect(reader.pipeline(web, target)).rejects.toThrow(LEAVES);
      expect(asked).toEqual([]);
    });
  });

  describe('on this machine', () => {
    let directory: string;
    let web: Entity;

    beforeEach(async () => {
      directory = await mkdtemp(join(tmpdir(), 'reader-'));
      web = entityAt(`file:${join(directory, 'web', 'catalog-info.yaml')}`);
      await put('web/catalog-info.yaml', 'kind: Component');
      await put('secret/secret.yaml', 'password');
    });
    afterEach(() => rm(directory, { recursive: true }));

    async function put(path: string, text: string): Promise<void> {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }

    it('reads files and folders, by name', async () => {
      await put('web/delivery/b.yml', 'b');
      await put('web/delivery/a/a.yaml', 'a');
      await put('web/delivery/README.md', 'no manifest');
      expect(await reader.pipeline(web, './delivery/')).toEqual([
        { name: 'delivery/a/a.yaml', text: 'a' },
        { name: 'delivery/b.yml', text: 'b' },
      ]);
      expect(await reader.pipeline(web, 'delivery/b.yml')).toEqual([
        { name: 'delivery/b.yml', text: 'b' },
      ]);
      expect(await reader.entityFile(web)).toEqual({
        name: 'catalog-info.yaml',
        text: 'kind: Component',
      });
    });

    it.each(['../secret', '../secret/secret.yaml', '/etc/hostname'])(
      'does not leave the folder of the entity by %s',
      async target => {
        await expect(reader.pipeline(web, target)).rejects.toThrow(LEAVES);
      },
    );

    it('does not leave it by a link either', async () => {
      await symlink('../secret', join(directory, 'web', 'folder'));
      await expect(reader.pipeline(web, 'folder')).rejects.toThrow(LEAVES);
      await put('web/delivery/a.yaml', 'a');
      await symlink(
        '../../secret/secret.yaml',
        join(directory, 'web', 'delivery', 'b.yaml'),
      );
      await expect(reader.pipeline(web, 'delivery')).rejects.toThrow(LEAVES);
    });

    it('says what is missing', async () => {
      await expect(reader.pipeline(web, './nope')).rejects.toThrow(
        "it does not exist beside the entity's file",
      );
      await put('web/empty/README.md', '');
      await expect(reader.pipeline(web, './empty')).rejects.toThrow(
        'there is no file that ends with .yaml or .yml',
      );
    });
  });

  it.each([undefined, 'nonsense'])(
    'reads nothing of an entity at %s',
    async location => {
      const web = entityAt(location);
      await expect(reader.pipeline(web, 'x.yaml')).rejects.toThrow(NOWHERE);
      expect(await reader.entityFile(web)).toBeUndefined();
    },
  );
});
