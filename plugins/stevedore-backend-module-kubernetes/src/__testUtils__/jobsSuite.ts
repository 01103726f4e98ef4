import { JOBS, PODS } from '../jobs/jobKinds';
import { PlayedJobs } from './PlayedJobs';
import { PromotionWorld } from './PromotionWorld';
import { TestCluster } from './TestCluster';

export const JOB_KINDS = [JOBS, PODS];
export const JOB_NAMESPACE = 'steps';

const OUTPUT =
  'image: ghcr.io/acme/test, command: [run, all], env: [{name: SHARDS, value: 2}], output: {source: {format: KeyValue}}';
const step = (config = OUTPUT, more = '') =>
  `{uses: run-job, as: tests, ${more} config: {${config}}}`;

/** What `run-job` promises, on whatever cluster. */
export function jobsSuite(open: () => Promise<TestCluster>): void {
  let cluster: TestCluster;
  let played: PlayedJobs;
  let world: PromotionWorld;

  beforeEach(async () => {
    cluster = await open();
    played = new PlayedJobs(cluster, JOB_NAMESPACE);
  });
  afterEach(() => world.close());

  async function start(...more: string[]): Promise<string> {
    world = await PromotionWorld.start(cluster, {
      stages: ['dev'],
      auto: ['dev'],
      jobs: { cluster: 'test', namespace: JOB_NAMESPACE },
      more,
    });
    await world.engine.release('1.0.0');
    return jobIn(/runs in/);
  }

  /** The name of the Job that the step waits for, once it says that. */
  const jobIn = async (says: RegExp): Promise<string> => {
    let name = '';
    await world.until('dev', async () => {
      const { message = '' } = await world.step('dev', 'tests');
      expect(message).toMatch(says);
      name = /^Job (\S+) /.exec(message)![1];
      await look();
    });
    return name;
  };
  const promotion = async () => (await world.engine.promotions('dev'))[0].name;
  const look = async () =>
    world.engine.engine.look({
      kind: 'promotion',
      project: 'web',
      name: await promotion(),
    });
  const log = async () => {
    const { items } = await world.engine.store.logs('web', await promotion(), {
      limit: 100,
    });
    return items.filter(line => line.step === 'tests').map(line => line.text);
  };
  const logged = (...lines: string[]) =>
    world.until('dev', async () => {
      await look();
      expect(await log()).toEqual([
        expect.stringMatching(
          /^Job run-\w+ runs in namespace steps of cluster/,
        ),
        ...lines,
      ]);
    });

  it('gives what the container left to later steps', async () => {
    const job = await start(
      step(),
      '{uses: fail, if: "${{ outputs.tests.url != \'https://a\' }}"}',
    );
    const { spec } = await played.read(job);
    expect(spec!.template.spec!.containers[0]).toMatchObject({
      image: 'ghcr.io/acme/test',
      command: ['run', 'all'],
      env: [
        { name: 'SHARDS', value: '2' },
        { name: 'KARGO_OUTPUT', value: '/dev/termination-log' },
      ],
      terminationMessagePath: '/dev/termination-log',
    });
    expect(spec).toMatchObject({ activeDeadlineSeconds: 600, backoffLimit: 0 });
    await played.end(job, { log: 'all green', message: 'url=https://a\n' });
    await look();
    await world.ended('dev', 'Succeeded');
    expect((await world.step('dev', 'tests')).output).toEqual({
      url: 'https://a',
    });
  });

  it('gives what expressions make of it', async () => {
    const made =
      'image: a, output: {transform: {address: output.url + "/"}, source: {type: Pipe}}';
    const job = await start(step(made));
    await played.end(job, { log: 'green', message: 'url=https://a\n' });
    await look();
    await world.ended('dev', 'Succeeded');
    expect((await world.step('dev', 'tests')).output).toEqual({
      address: 'https://a/',
    });
  });

  it('shows what the container prints while it runs, each line once, without secrets', async () => {
    const job = await start(step());
    world.engine.masker.add('s3cr3t-token');
    await played.print(job, 'building', 'with s3cr3t-token');
    await logged('building', 'with ******');
    await look();
    await played.print(job, 'testing');
    await logged('building', 'with ******', 'testing');
    // another process, that remembers nothing
    await world.engine.boot();
    await look();
    await logged('building', 'with ******', 'testing');
    await played.end(job, { log: 'green', message: 'a=b' });
    await look();
    await world.ended('dev', 'Succeeded');
    expect((await log()).slice(1)).toEqual([
      ...['building', 'with ******', 'testing', 'green'],
    ]);
  });

  it('writes into the history what is different, and not that it looked', async () => {
    const job = await start(step());
    await played.print(job, 'building');
    await logged('building');
    const before = await world.engine.store.head('web');
    for (const line of ['testing', 'linting']) {
      await played.print(job, line);
      await world.until('dev', async () => {
        await look();
        expect(await log()).toContain(line);
      });
    }
    expect(await world.engine.store.head('web')).toEqual(before);
    await played.refuse(job, 'its node went away');
    await jobIn(/its node went away/);
    expect(await world.engine.store.head('web')).not.toEqual(before);
  });

  it('fails with the Job, and is another Job when it is tried again', async () => {
    const first = await start(step(OUTPUT, 'retry: {errorThreshold: 2},'));
    await played.end(first, { failed: 'Pod failed', log: 'expected 1, got 2' });
    let second = first;
    await world.until('dev', async () => {
      await look();
      second = await jobIn(/runs in/);
      expect(second).not.toBe(first);
    });
    await played.end(second, { failed: 'Pod failed again' });
    await look();
    const { message } = await world.ended('dev', 'Errored');
    expect(message).toContain('ghcr.io/acme/test: Pod failed again');
  });

  it('says what a Job waits for: a place, an image, somebody who lets it go', async () => {
    const job = await start(step());
    await played.refuse(job, '0/3 nodes are available');
    await jobIn(/has no place to run: 0\/3 nodes are available/);
    await played.schedule(job, {
      reason: 'ImagePullBackOff',
      message: 'Back-off pulling image',
    });
    await jobIn(
      /cannot pull its image \(ghcr.io\/acme\/test\): Back-off pulling image/,
    );
    await cluster.change(
      JOBS,
      { namespace: JOB_NAMESPACE, name: job },
      { spec: { suspend: true } },
    );
    await jobIn(/is suspended/);
    await cluster.change(
      JOBS,
      { namespace: JOB_NAMESPACE, name: job },
      { spec: { suspend: false } },
    );
    await jobIn(/cannot pull its image/);
    await played.end(job, {
      failed: 'Job was active longer than its deadline',
    });
    await look();
    const { message } = await world.ended('dev', 'Errored');
    expect(message).toMatch(
      /longer than its deadline; before that it cannot pull its image/,
    );
  });

  it('is not run a second time when somebody deleted it', async () => {
    const job = await start(step());
    await cluster.remove(JOBS, JOB_NAMESPACE, job);
    await look();
    const { message } = await world.ended('dev', 'Errored');
    expect(message).toMatch(
      /is gone from namespace steps.*what it said is not/,
    );
  });

  it('says that what it gave went with its pod', async () => {
    const job = await start(step());
    await played.end(job, { message: 'a=b' });
    await played.losePod(job);
    await look();
    const { message } = await world.ended('dev', 'Errored');
    expect(message).toContain('its pod is gone, and with it what it gave');
  });

  it('ends with the promotion that somebody aborts', async () => {
    const job = await start(step());
    await world.engine.engine.abort({
      project: 'web',
      promotion: await promotion(),
      actor: { ref: 'user:default/rhea', ownership: [] },
    });
    await world.ended('dev', 'Aborted');
    await expect(
      played.read(job).then(found => found.metadata.name),
    ).rejects.toThrow();
  });
}
