import { GoesOn, Judged } from '@stevedore/promotion-engine';
import { Connection } from '../api/Connection';
import { KubernetesApi } from '../api/KubernetesApi';
import { kubeConfigOf } from '../config/kubeConfigOf';
import { PlayedJobs } from '../__testUtils__/PlayedJobs';
import { StandInCluster } from '../__testUtils__/StandInCluster';
import { TestTranscripts } from '../__testUtils__/TestTranscripts';
import { Jobs } from './Jobs';
import { jobVerifier } from './jobVerifier';

const NAMESPACE = 'checks';
/** As in docs/analysis/job.md of https://github.com/argoproj/argo-rollouts (Apache License 2.0). */
const config = {
  metadata: { annotations: { foo: 'bar' }, labels: { team: 'shop' } },
  spec: {
    backoffLimit: 1,
    template: {
      spec: {
        restartPolicy: 'Never',
        containers: [{ name: 'test', image: 'ghcr.io/acme/test:1' }],
      },
    },
  },
};

describe('the job verifier', () => {
  let cluster: StandInCluster;
  let api: KubernetesApi;
  let played: PlayedJobs;
  let log: TestTranscripts;

  beforeEach(async () => {
    cluster = await StandInCluster.start();
    const { access } = cluster;
    api = new KubernetesApi(
      'test',
      new Connection(kubeConfigOf({ name: 'test', access })),
    );
    played = new PlayedJobs(cluster, NAMESPACE);
    log = new TestTranscripts();
  });
  afterEach(async () => {
    await api.close();
    await cluster.close();
  });

  const tools = (id = 'm-0-0') => ({
    id,
    ...{ project: 'shop', stage: 'dev', now: 0 },
    http: { send: () => Promise.reject(new Error('nobody asks')) },
    signal: new AbortController().signal,
    secret: async () => ({}),
    transcript: log.open,
  });
  // a new one each time: nothing of it is remembered in this process
  const verifier = () => jobVerifier(new Jobs(api, NAMESPACE));
  const measure = (id?: string) => verifier().measure(config, tools(id));

  it('runs one Job for one measurement, whoever asks', async () => {
    expect(await measure()).toBeInstanceOf(GoesOn);
    expect(await measure()).toBeInstanceOf(GoesOn);
    expect(cluster.api.asked.create).toBe(1);
    expect(await played.read('verify-m-0-0')).toMatchObject({
      metadata: {
        annotations: { foo: 'bar' },
        labels: {
          team: 'shop',
          'stevedore.dev/project': 'shop',
          'stevedore.dev/stage': 'dev',
        },
      },
      spec: { ...config.spec, ttlSecondsAfterFinished: 600 },
    });
    await measure('m-0-1');
    expect(cluster.api.asked.create).toBe(2);
  });

  it('takes a Job for its own that was begun and never heard of', async () => {
    await measure();
    // it died before it could write down that it had begun one, and the answer to the look was older than the Job
    log.lines.length = 0;
    cluster.api.next.get = [{ status: 404 }];
    expect(await measure()).toBeInstanceOf(GoesOn);
    expect(cluster.api.asked.create).toBe(2);
    await played.end('verify-m-0-0', {});
    expect(await measure()).toEqual(new Judged('Successful'));
  });

  it('is an error when the Job is gone, and runs no second one', async () => {
    await measure();
    await verifier().stop!(config, tools());
    await expect(measure()).rejects.toThrow('Job verify-m-0-0 is gone');
    expect(cluster.api.asked.create).toBe(1);
  });

  it('shows what it prints, and what its role lacks to show it', async () => {
    await measure();
    await played.print('verify-m-0-0', 'probing');
    await measure();
    await measure();
    expect(log.texts.slice(1)).toEqual(['probing']);
    await measure('m-1-0');
    await played.print('verify-m-1-0', 'hidden');
    cluster.api.next.log = [403, 403].map(status => ({ status }));
    await measure('m-1-0');
    await measure('m-1-0');
    expect(log.texts.slice(3)).toEqual([
      expect.stringMatching('add the verb get on pods/log to its role'),
    ]);
  });

  it('fails with the Job, and says what it printed last', async () => {
    await measure();
    const lines = Array.from({ length: 40 }, (_, line) => `line ${line}`);
    await played.end('verify-m-0-0', {
      failed: 'Job has reached the specified backoff limit',
      log: lines.join('\n'),
    });
    expect(await measure()).toEqual(
      new Judged(
        'Failed',
        `Job has reached the specified backoff limit; it printed last:\n${lines
          .slice(-20)
          .join('\n')}`,
      ),
    );
  });

  it('removes the Job of a verification that is stopped, also one that is gone', async () => {
    await measure();
    await verifier().stop!(config, tools());
    expect(await played.read('verify-m-0-0')).toBeUndefined();
    await verifier().stop!(config, tools());
  });

  it('waits for a cluster that is away, and says what its role lacks', async () => {
    await measure();
    await cluster.away();
    expect(await measure()).toBeInstanceOf(GoesOn);
    await cluster.back();
    cluster.api.next.get = [{ status: 403, message: 'forbidden' }];
    await expect(measure()).rejects.toThrow(
      'add the verb get on jobs.batch to its role',
    );
    cluster.api.next.create = [{ status: 403, message: 'forbidden' }];
    await expect(measure('m-1-0')).rejects.toThrow(
      'add the verb create on jobs.batch to its role',
    );
  });
});
