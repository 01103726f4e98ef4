import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  commitFiles,
  createBareRepository,
  FileSet,
  GitServer,
  runGit,
  startGitServer,
} from '@stevedore/demo';
import { createGitRepositories } from '@stevedore/promotion-engine';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthorizationFiles } from './AuthorizationFiles';
import { AUTHORIZATION_FILE } from './authorizationFile';

const WEB = 'component:default/web';
const authorize = (entity = WEB) => `
apiVersion: stevedore.dev/v1alpha1
kind: Authorization
spec:
  grants:
    - { entity: '${entity}', access: [read], paths: ['apps/**'] }
`;

describe('AuthorizationFiles', () => {
  const logger = mockServices.logger.mock();
  let directory: string;
  let server: GitServer;
  let now: number;
  let files: AuthorizationFiles;
  let repository: string;

  beforeEach(async () => {
    now = 0;
    logger.warn.mockClear();
    directory = await mkdtemp(join(tmpdir(), 'authorize-'));
    server = await startGitServer({
      root: join(directory, 'git'),
      users: { portal: 'password' },
    });
    files = new AuthorizationFiles({
      git: createGitRepositories({
        directory: join(directory, 'engine'),
        credentials: async () => ({ username: 'portal', password: 'password' }),
      }),
      integrations: ScmIntegrations.fromConfig(
        new ConfigReader({
          integrations: {
            gitea: [{ host: server.host, baseUrl: server.url }],
          },
        }),
      ),
      clock: { now: () => now },
      logger,
    });
  });
  afterEach(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });

  async function create(content: FileSet): Promise<string> {
    const made = await createBareRepository(join(directory, 'git'), 'acme/x', {
      README: 'x',
      ...content,
    });
    repository = made.path;
    return server.repositoryUrl('acme/x');
  }

  it('reads who may use a repository, and leaves nothing behind', async () => {
    const url = await create({ [AUTHORIZATION_FILE]: authorize() });
    expect(await files.grantsOf(url)).toEqual([
      { entity: WEB, access: ['read'], branches: ['*'], paths: ['apps/**'] },
    ]);
    const left = await readdir(join(directory, 'engine'), { recursive: true });
    expect(left.filter(path => path.includes('authorize'))).toEqual([]);
  });

  it('believes the default branch only', async () => {
    const url = await create({});
    await commitFiles(repository, {
      files: { [AUTHORIZATION_FILE]: authorize() },
      branch: 'anyone-may-push-here',
    });
    expect(await files.grantsOf(url)).toEqual([]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('looks again after a minute, and sees what was withdrawn', async () => {
    const url = await create({ [AUTHORIZATION_FILE]: authorize() });
    expect(await files.grantsOf(`${url}.git`)).toHaveLength(1);
    await commitFiles(repository, { files: { [AUTHORIZATION_FILE]: null } });
    expect(await files.grantsOf(url)).toHaveLength(1);
    now += 60_000;
    expect(await files.grantsOf(url)).toEqual([]);
  });

  it('follows no link', async () => {
    const url = await create({ other: authorize() });
    const git = (...args: string[]) =>
      runGit(['-c', 'core.bare=true', ...args], { cwd: repository });
    const blob = await runGit(['hash-object', '-w', '--stdin'], {
      cwd: repository,
      input: Buffer.from('../other'),
    });
    const tree = await runGit(['mktree'], {
      cwd: repository,
      input: Buffer.from(`120000 blob ${blob.trim()}\tauthorize.yaml\n`),
    });
    const top = await git('ls-tree', 'main');
    const root = await runGit(['mktree'], {
      cwd: repository,
      input: Buffer.from(`${top}040000 tree ${tree.trim()}\t.stevedore\n`),
    });
    const commit = await git(
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@localhost',
      'commit-tree',
      '-m',
      'link',
      root.trim(),
    );
    await git('update-ref', 'refs/heads/main', commit.trim());
    expect(await files.grantsOf(url)).toEqual([]);
  });

  it.each([
    ['no YAML', 'spec: [', /line 1/],
    ['a field too many', `${authorize()}more: 1`, /more/],
    ['half a reference', authorize('web'), /component:default\/web/],
  ])('counts for nothing with %s, and tells the log', async (_, text, why) => {
    const url = await create({ [AUTHORIZATION_FILE]: text });
    expect(await files.grantsOf(url)).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(AUTHORIZATION_FILE),
      expect.objectContaining({ error: expect.stringMatching(why) }),
    );
  });

  it('asks no host that the platform does not know, and nothing but HTTP', async () => {
    await create({ [AUTHORIZATION_FILE]: authorize() });
    const other = `http://localhost:${new URL(server.url).port}/acme/x`;
    expect(await files.grantsOf(other)).toEqual([]);
    expect(await files.grantsOf(`file://${repository}`)).toEqual([]);
    expect(server.requests.total).toBe(0);
  });
});
