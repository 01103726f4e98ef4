import { gunzipSync } from 'zlib';
import { WorkspaceFixture } from '../../../adapters/git/testing/WorkspaceFixture';
import { Workspace } from '../../../ports/git';
import { walk } from '../_shared/walk';
import { packTree } from './packTree';

describe('packTree', () => {
  const fixture = new WorkspaceFixture();
  const at = new Date('2026-01-01T00:00:00Z');
  let workspace: Workspace;

  afterAll(() => fixture.remote.remove());
  beforeAll(async () => {
    const repositories = fixture.remote.adapter('adapter');
    workspace = await repositories.openWorkspace('run-1');
    const script = Buffer.from('#!/bin/sh\n');
    await workspace.writeBytes('in/run.sh', script, { executable: true });
    await workspace.writeText(`in/${'long/'.repeat(40)}größe.txt`, 'ü\n');
    await workspace.writeLink('in/link', 'run.sh');
  });

  const pack = async (directory: string, gzip: boolean) =>
    packTree(workspace, {
      directory,
      found: await walk(workspace, directory),
      gzip,
      at,
    });

  it('gives equal archives for equal trees, compressed or not', async () => {
    const plain = await pack('in', false);
    expect(await pack('in', false)).toEqual(plain);
    expect(gunzipSync(await pack('in', true))).toEqual(plain);
  });

  it('refuses a file that is too large', async () => {
    const large = Buffer.alloc(50 * 1024 * 1024 + 1);
    await workspace.writeBytes('large/file', large);
    await expect(pack('large', true)).rejects.toThrow(
      'file has more than 50 MiB',
    );
  });
});
