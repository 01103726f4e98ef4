import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitFiles } from '../git/commitFiles';
import { createBareRepository } from '../git/createBareRepository';
import { GitServer, startGitServer } from '../git/startGitServer';
import { Cluster, startCluster } from './startCluster';

const CREDENTIALS = { username: 'cluster', password: 'secret' };

function kustomization(tag: string): string {
  return `images:\n  - name: acme/web\n    newTag: ${tag}\n`;
}

describe('startCluster', () => {
  let directory: string;
  let repository: string;
  let git: GitServer;
  let cluster: Cluster;
  let now: number;

  beforeEach(async () => {
    now = 1_000_000;
    directory = await mkdtemp(join(tmpdir(), 'cluster-'));
    const root = join(directory, 'git');
    const made = await createBareRepository(root, 'acme/deploy', {
      'apps/web/dev/kustomization.yaml': kustomization('1.10'),
      'apps/shop/prod/values.yaml': 'image:\n  tag: 2.0.0\n',
      'apps/bad/dev/values.yaml': 'image: [',
    });
    repository = made.path;
    git = await startGitServer({ root, users: { cluster: 'secret' } });
    cluster = await startCluster({
      repositoryUrl: git.repositoryUrl('acme/deploy'),
      credentials: CREDENTIALS,
      directory: join(directory, 'copy'),
      now: () => now,
      pollSeconds: 0,
    });
  });

  afterEach(async () => {
    await cluster.stop();
    await git.stop();
    await rm(directory, { recursive: true });
  });

  async function version(stage: string) {
    const response = await fetch(`${cluster.url}/${stage}/version`);
    return response.ok ? (await response.json()).version : response.status;
  }

  function commit(tag: string): Promise<string> {
    return commitFiles(repository, {
      files: { 'apps/web/dev/kustomization.yaml': kustomization(tag) },
    });
  }

  it('serves what Git says when it comes up', async () => {
    expect((await fetch(`${cluster.url}/healthz`)).status).toBe(200);
    expect(await version('web/dev')).toBe('1.10');
    expect(await version('shop/prod')).toBe('2.0.0');
    expect(await version('bad/dev')).toBe(404);
    expect(await version('web/none')).toBe(404);
  });

  it('serves a new version three seconds late', async () => {
    const revision = await commit('1.11');
    expect(await version('web/dev')).toBe('1.10');
    await cluster.refresh();
    now += 2_999;
    expect(await version('web/dev')).toBe('1.10');
    now += 1;
    const response = await fetch(`${cluster.url}/web/dev/version`);
    expect(await response.json()).toEqual({ version: '1.11', revision });
  });

  it('counts from the push, not from when it has looked', async () => {
    await commit('1.11');
    const looked = cluster.refresh();
    now += 2_000;
    await looked;
    now += 999;
    expect(await version('web/dev')).toBe('1.10');
    now += 1;
    expect(await version('web/dev')).toBe('1.11');
  });

  it('serves every version in its turn', async () => {
    await commit('1.11');
    await cluster.refresh();
    now += 2_000;
    await commit('1.12');
    await cluster.refresh();
    now += 1_000;
    expect(await version('web/dev')).toBe('1.11');
    now += 2_000;
    expect(await version('web/dev')).toBe('1.12');
  });

  it('goes on serving while Git is away', async () => {
    await git.stop();
    await expect(cluster.refresh()).rejects.toThrow('git ls-remote failed');
    expect(await version('web/dev')).toBe('1.10');
  });
});
