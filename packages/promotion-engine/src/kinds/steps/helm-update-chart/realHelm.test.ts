import { execFileSync } from 'child_process';
import { readFileSync } from 'fs';
import { createServer, Server } from 'http';
import { AddressInfo } from 'net';
import { basename, join } from 'path';
import { TestRemote } from '../../../adapters/git/testing/TestRemote';
import { AnyStepKind } from '../../../registry/step';
import {
  TOOL_PATH,
  whereThereIs,
} from '../../../testing/programs/whereThereIs';
import { helmTemplateStep } from '../helm-template';
import { helmUpdateChartStep } from '.';
import { runSteps } from './testing/runSteps';

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

  const run = (sparse: boolean, steps: [AnyStepKind, object][]) =>
    runSteps(
      { remote, base, name: `${steps.length}`, sparse, path: TOOL_PATH },
      steps,
    );

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
