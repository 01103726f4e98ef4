import { execFileSync } from 'child_process';
import { readFileSync } from 'fs';
import { createServer, Server } from 'http';
import { AddressInfo } from 'net';
import { basename, join } from 'path';
import { createGitRepositories } from '../../../adapters/git';
import { TestRemote } from '../../../adapters/git/testing/TestRemote';
import { createPrograms } from '../../../adapters/programs';
import {
  AnyStepKind,
  Capability,
  RunnableStepKind,
  StepContext,
} from '../../../registry/step';
import {
  TOOL_PATH,
  whereThereIs,
} from '../../../testing/programs/whereThereIs';
import { helmTemplateStep } from '../helm-template';
import { helmUpdateChartStep } from '.';

jest.setTimeout(120_000);

const chart = (repository: string) =>
  `apiVersion: v2
name: web
version: 1.0.0
dependencies:
  - name: db
    version: 1.0.0 # from the freight
    repository: ${repository}
`;

whereThereIs('helm')('charts that Helm itself fetches', () => {
  const remote = new TestRemote();
  let server: Server;
  let repository: string;
  let base: string;

  beforeAll(async () => {
    const charts = join(remote.directory, 'charts');
    server = createServer((request, response) => {
      try {
        response.end(readFileSync(join(charts, basename(request.url ?? ''))));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    repository = `http://127.0.0.1:${port}`;
    const helm = (...args: string[]) =>
      execFileSync('helm', args, {
        cwd: remote.work,
        env: { PATH: TOOL_PATH, HOME: remote.directory },
        stdio: 'pipe',
      });
    remote.write(
      'db/templates/service.yaml',
      'apiVersion: v1\nkind: Service\nmetadata: {name: db-{{ .Chart.Version }}}\n',
    );
    for (const version of ['1.0.0', '1.1.0']) {
      remote.write(
        'db/Chart.yaml',
        `apiVersion: v2\nname: db\nversion: ${version}\n`,
      );
      helm('package', 'db', '--destination', charts);
    }
    helm('repo', 'index', charts);
    remote.write('chart/Chart.yaml', chart(repository));
    base = remote.push('chart');
  });
  afterAll(async () => {
    remote.remove();
    await new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    });
  });

  /** Runs steps one after the other in a workspace, and commits what they left. */
  async function run(sparse: boolean, steps: [AnyStepKind, object][]) {
    const git = createGitRepositories({
      directory: join(remote.directory, `sparse-${sparse}-${steps.length}`),
      credentials: async () => undefined,
      allowFile: true,
      sparse,
    });
    const workspace = await git.openWorkspace('run');
    await workspace.checkout({
      repoURL: remote.url,
      commit: base,
      path: 'src',
    });
    const pins: Record<string, string> = {};
    const context = {
      workspace,
      programs: createPrograms({ path: TOOL_PATH }),
      alias: 'charts',
      now: '2026-01-01T00:00:00.000Z',
      refusal: async () => undefined,
      async pin(input: string, resolve: () => Promise<string>) {
        pins[input] ??= await resolve();
        return pins[input];
      },
    } as unknown as StepContext<Capability>;
    const outcomes = [];
    for (const [step, config] of steps) {
      const kind = step as unknown as RunnableStepKind;
      outcomes.push(await kind.run!(context, kind.schema.parse(config)));
    }
    const made = await workspace.commit({
      path: 'src',
      message: 'Update',
      trailers: {},
      author: { name: 'Ada', email: 'ada@example.com' },
      at: context.now,
    });
    const changes = await workspace.changes('src', { diffs: true });
    return { outcomes, made, changes, workspace };
  }

  it('are updated, with their lock, the same in a sparse and in a full workspace', async () => {
    const charts = [{ repository, name: 'db', version: '1.1.0' }];
    const steps: [AnyStepKind, object][] = [
      [helmUpdateChartStep, { path: './src/chart', charts }],
    ];
    const full = await run(false, steps);
    expect(full.outcomes).toEqual([
      {
        status: 'succeeded',
        output: {
          commitMessage:
            'Updated dependencies of ./src/chart\n\n- db: 1.0.0 -> 1.1.0',
        },
      },
    ]);
    expect(full.changes.map(({ path }) => path)).toEqual([
      'chart/Chart.lock',
      'chart/Chart.yaml',
      'chart/charts/db-1.1.0.tgz',
    ]);
    expect(full.changes[0].diff).toContain('+  version: 1.1.0');
    expect(full.changes[1].diff).toContain(
      '+    version: 1.1.0 # from the freight',
    );
    expect((await run(true, steps)).made).toEqual(full.made);
  });

  it('are rendered with the chart when its dependencies are to be built', async () => {
    const config = {
      path: './src/chart',
      outPath: './src/out',
      releaseName: 'web',
      buildDependencies: true,
    };
    const steps: [AnyStepKind, object][] = [
      [helmTemplateStep, config],
      [helmTemplateStep, { ...config, outPath: './src/again' }],
    ];
    for (const sparse of [true, false]) {
      const { outcomes, workspace } = await run(sparse, steps);
      expect(outcomes).toMatchObject([
        { status: 'succeeded' },
        { status: 'succeeded' },
      ]);
      const file = 'web/charts/db/templates/service.yaml';
      expect(await workspace.readText(`src/out/${file}`)).toContain('db-1.0.0');
      expect(await workspace.readText(`src/again/${file}`)).toBe(
        await workspace.readText(`src/out/${file}`),
      );
    }
  });
});
