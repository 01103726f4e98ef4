import { RegistryError } from '../../model/errors';
import {
  asAda,
  create,
  fakeTiming,
  requested,
  secure,
  serve,
  start,
  stopAll,
  users,
} from './testing/registries';

afterEach(stopAll);

describe('what goes wrong is said', () => {
  it.each([
    [403, 'does not show repository app to everyone'],
    [404, 'has no repository app'],
    [500, 'answered 500 for repository app'],
  ])('%s', async (status, message) => {
    const registry = await start();
    registry.faults.inject({ fault: { kind: 'status', status } });
    await expect(
      create().listTags(`${registry.host}/app`, secure),
    ).rejects.toThrow(message);
  });

  it('nobody listens', async () => {
    const registry = await start();
    await registry.stop();
    const failure = create().listTags(`${registry.host}/app`, secure);
    await expect(failure).rejects.toThrow(
      `Registry ${registry.host} cannot be reached for repository app (ECONNREFUSED)`,
    );
  });

  it('the connection breaks', async () => {
    const registry = await start();
    registry.faults.inject({ fault: { kind: 'reset' } });
    await expect(
      create().listTags(`${registry.host}/app`, secure),
    ).rejects.toThrow('cannot be reached');
  });

  it('no answer comes', async () => {
    const registry = await start();
    registry.faults.inject({ fault: { kind: 'hang' } });
    const failure = create({ timeoutMs: 50 }).listTags(
      `${registry.host}/app`,
      secure,
    );
    await expect(failure).rejects.toThrow('no answer in time');
  });

  it('a certificate is not trusted', async () => {
    const cause = Object.assign(new Error('self-signed certificate'), {
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    const failing = async () => {
      throw new TypeError('fetch failed', { cause });
    };
    await expect(
      create({ fetch: failing }).listTags('registry.example.org/app', secure),
    ).rejects.toThrow(
      'has a certificate that is not trusted here (DEPTH_ZERO_SELF_SIGNED_CERT)',
    );
  });

  it.each([
    '',
    'http://x/y',
    'registry.example.org/App',
    'registry.example.org/app:1.0',
    'a b',
  ])('%p is no repository', async text => {
    await expect(create().listTags(text, secure)).rejects.toThrow(
      'is no image repository',
    );
  });

  it('never with a password', async () => {
    const registry = await start({ type: 'basic', users });
    const error = await asAda('s3cret-password')
      .listTags(`${registry.host}/app`, secure)
      .catch(e => e);
    expect(
      `${error.message} ${error.stack} ${JSON.stringify(error)}`,
    ).not.toContain('s3cret-password');
  });
});

describe('being polite', () => {
  it('waits for a registry that is away for a while, not for one that is broken', async () => {
    let retryAfter: string | undefined = '12';
    const host = await serve((_, response) => {
      if (retryAfter) response.setHeader('retry-after', retryAfter);
      response.writeHead(503).end();
    });
    const timing = fakeTiming();
    const client = create({ timing });
    const list = () => client.listTags(`${host}/app`, secure);
    await expect(list()).rejects.toMatchObject({ retryAfterMs: 12_000 });
    timing.time += 12_000;
    retryAfter = undefined;
    await expect(list()).rejects.toThrow('answered 503');
  });

  it('leaves a host alone for as long as it asks', async () => {
    const timing = fakeTiming();
    const registry = await start();
    await registry.publish({ repository: 'app', tag: '1.0.0' });
    registry.faults.inject({
      fault: { kind: 'status', status: 429, retryAfter: 7 },
      times: 1,
    });
    const client = create({ timing });
    const list = () => client.listTags(`${registry.host}/app`, secure);
    const refused: RegistryError = await list().catch(error => error);
    expect(refused).toMatchObject({
      retryAfterMs: 7000,
      message: `Registry ${registry.host} asks to slow down: it is asked again in 7s.`,
    });
    timing.time += 6999;
    await expect(list()).rejects.toMatchObject({ retryAfterMs: 1 });
    expect(requested(registry)).toHaveLength(1);
    timing.time += 1;
    expect(await list()).toEqual(['1.0.0']);
  });

  it('spends no more than its budget', async () => {
    const timing = fakeTiming();
    const registry = await start();
    await registry.publish({ repository: 'app', tag: '1.0.0' });
    const client = create({ timing, requestsPerSecond: 2 });
    // five seconds of its rate at once, and then what the rate gives
    for (let i = 0; i < 12; i += 1)
      await client.listTags(`${registry.host}/app`, secure);
    expect(timing.waits).toEqual([500, 1000]);
  });
});
