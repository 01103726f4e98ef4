import { PlayedJobs } from '../__testUtils__/PlayedJobs';
import { PromotionWorld } from '../__testUtils__/PromotionWorld';
import { StandInCluster } from '../__testUtils__/StandInCluster';

jest.setTimeout(120_000);

const NAMESPACE = 'steps';
const run = (more: string) => `{uses: run-job, as: tests, ${more}}`;
const OUTPUT =
  'config: {image: ghcr.io/acme/test, command: [run, all], env: [{name: SHARDS, value: 2}], output: {source: {format: KeyValue}}}';

describe('run-job', () => {
  let cluster: StandInCluster;
  let played: PlayedJobs;
  let world: PromotionWorld;

  beforeEach(async () => {
    cluster = await StandInCluster.start();
    played = new PlayedJobs(cluster.api, NAMESPACE);
  });
  afterEach(async () => {
    await world.close();
    await cluster.close();
  });

  async function start(...more: string[]): Promise<void> {
    world = await PromotionWorld.start(cluster, {
      stages: ['dev'],
      auto: ['dev'],
      jobs: { cluster: 'test', namespace: NAMESPACE },
      more,
    });
    await world.engine.release('1.0.0');
  }

  /** The name of the Job that the step waits for. */
  const running = async (): Promise<string> => {
    await world.until('dev', async () =>
      expect((await world.step('dev', 'tests'))?.message).toMatch(/runs in/),
    );
    const step = await world.step('dev', 'tests');
    return /^Job (\S+) runs in/.exec(step.message!)![1];
  };
  const look = async () => {
    const [{ name }] = await world.engine.promotions('dev');
    await world.engine.engine.look({ kind: 'promotion', project: 'web', name });
  };

  it('gives what the container left to later steps', async () => {
    await start(
      run(OUTPUT),
      '{uses: fail, if: "${{ outputs.tests.url != \'https://a\' }}"}',
    );
    const job = await running();
    const [container] = played.read(job)!.spec!.template.spec!.containers;
    expect(container).toMatchObject({
      image: 'ghcr.io/acme/test',
      command: ['run', 'all'],
      env: [
        { name: 'SHARDS', value: '2' },
        { name: 'KARGO_OUTPUT', value: '/dev/termination-log' },
      ],
      terminationMessagePath: '/dev/termination-log',
    });
    expect(played.read(job)!.spec).toMatchObject({
      activeDeadlineSeconds: 600,
      backoffLimit: 0,
    });
    played.end(job, { log: 'all green', message: 'url=https://a\n' });
    await look();
    await world.ended('dev', 'Succeeded');
    expect((await world.step('dev', 'tests')).output).toEqual({
      url: 'https://a',
    });
    expect(cluster.api.asked.create).toBe(1);
  });

  it('fails with the Job, and is another Job when it is tried again', async () => {
    await start(run(`retry: {errorThreshold: 2}, ${OUTPUT}`));
    const first = await running();
    played.end(first, { failed: 'Pod failed', log: 'expected 1, got 2' });
    await world.until('dev', async () => {
      await look();
      expect(cluster.api.asked.create).toBe(2);
    });
    const second = await running();
    expect(second).not.toBe(first);
    played.end(second, { failed: 'Pod failed again' });
    await look();
    const { message } = await world.ended('dev', 'Errored');
    expect(message).toContain('ghcr.io/acme/test: Pod failed again');
  });

  it('refuses a time that is none', async () => {
    await start(run('config: {image: a, timeout: soon}'));
    const { message } = await world.ended('dev', 'Failed');
    expect(message).toContain('timeout is "soon", no duration such as 90s');
  });
});
