import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { TestRemote } from '../../../adapters/git/testing/TestRemote';
import { helmUpdateChartStep } from '.';
import { runSteps } from './testing/runSteps';

/** A program in the place of Helm that writes what Helm would, in real workspaces. */
describe.each([true, false])('what Helm writes, sparse: %s', sparse => {
  const remote = new TestRemote();
  const bin = mkdtempSync(join(tmpdir(), 'stevedore-helm-'));
  let base: string;
  beforeAll(() => {
    remote.write(
      'chart/Chart.yaml',
      'name: web\nversion: 1.0.0\ndependencies:\n- name: db\n  version: ^1.0.0\n  repository: https://charts.example\n',
    );
    remote.write('chart/Chart.lock', lock('1.0.0', 'old'));
    remote.write('chart/charts/db-1.0.0.tgz', 'old');
    base = remote.push('chart');
  });
  afterAll(() => {
    remote.remove();
    rmSync(bin, { recursive: true, force: true });
  });

  const lock = (version: string, moment: string) =>
    `dependencies:\n- name: db\n  repository: https://charts.example\n  version: ${version}\ndigest: sha256:${version}\ngenerated: "${moment}"\n`;

  function chooses(version: string): void {
    const text = JSON.stringify(lock(version, 'just now'));
    writeFileSync(
      join(bin, 'helm'),
      `#!${process.execPath}
const fs = require('fs');
fs.rmSync('charts', { recursive: true, force: true });
fs.mkdirSync('charts');
fs.writeFileSync('charts/db-${version}.tgz', '${version}');
fs.writeFileSync('Chart.lock', ${text});`,
    );
    chmodSync(join(bin, 'helm'), 0o755);
  }

  async function run(name: string, pins: Record<string, string>) {
    const { outcomes, ...rest } = await runSteps(
      { remote, base, name, sparse, path: bin, pins },
      [[helmUpdateChartStep, { path: './src/chart' }]],
    );
    return { outcome: outcomes[0], ...rest };
  }

  it('is committed with the moment of the promotion, the same each time', async () => {
    chooses('1.1.0');
    const pins = {};
    const first = await run('first', pins);
    expect(first.outcome).toMatchObject({
      status: 'succeeded',
      output: {
        commitMessage: expect.stringContaining('- db: 1.0.0 -> 1.1.0'),
      },
    });
    expect(first.changes.map(({ path }) => path)).toEqual([
      'chart/Chart.lock',
      'chart/charts/db-1.0.0.tgz',
      'chart/charts/db-1.1.0.tgz',
    ]);
    expect(first.changes[0].diff).toContain(
      '+generated: "2026-01-01T00:00:00.000Z"',
    );
    expect((await run('again', pins)).made).toEqual(first.made);
    chooses('1.2.0');
    expect((await run('other', pins)).outcome).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('it gives something else than before'),
    });
  });

  it('changes nothing where nothing was chosen anew', async () => {
    chooses('1.0.0');
    writeFileSync(
      join(bin, 'helm'),
      `#!${
        process.execPath
      }\nrequire('fs').writeFileSync('Chart.lock', ${JSON.stringify(
        lock('1.0.0', 'just now'),
      )});`,
    );
    const { outcome, changes } = await run('same', {});
    expect(outcome).toEqual({
      status: 'succeeded',
      message: './src/chart is up to date',
    });
    expect(changes).toEqual([]);
  });
});
