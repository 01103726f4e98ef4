import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { createGitRepositories } from '../../../adapters/git';
import { TestRemote } from '../../../adapters/git/testing/TestRemote';
import { createPrograms } from '../../../adapters/programs';
import {
  Capability,
  RunnableStepKind,
  StepContext,
} from '../../../registry/step';
import { helmUpdateChartStep } from '.';

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
    const git = createGitRepositories({
      directory: join(remote.directory, `${name}-${sparse}`),
      credentials: async () => undefined,
      allowFile: true,
      sparse,
    });
    const workspace = await git.openWorkspace('run');
    const at = { repoURL: remote.url, commit: base, path: 'src' };
    await workspace.checkout(at);
    const context = {
      workspace,
      programs: createPrograms({ path: bin }),
      alias: 'update',
      now: '2026-01-01T00:00:00.000Z',
      refusal: async () => undefined,
      async pin(input: string, resolve: () => Promise<string>) {
        pins[input] ??= await resolve();
        return pins[input];
      },
    } as unknown as StepContext<Capability>;
    const kind = helmUpdateChartStep as unknown as RunnableStepKind;
    const outcome = await kind.run!(context, { path: './src/chart' });
    const made = await workspace.commit({
      path: 'src',
      message: 'Update',
      trailers: {},
      author: { name: 'Ada', email: 'ada@example.com' },
      at: context.now,
    });
    const changes = await workspace.changes('src', { diffs: true });
    return { outcome, made, changes };
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
