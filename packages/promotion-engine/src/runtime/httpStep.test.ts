import { createServer, Server } from 'http';
import { AddressInfo } from 'net';
import { createHttpClient } from '../adapters/http';
import { systemClock } from '../adapters/system';
import { MemoryStore } from '../testing';
import { EngineWorld, Killed } from './testing/EngineWorld';

jest.setTimeout(120_000);

/** The real step in the real engine, against a real server. */
describe('the step http', () => {
  let server: Server;
  let address: string;
  let world: EngineWorld | undefined;
  let received: { method: string; key?: string; body: string }[];
  let answers: string[];

  beforeEach(async () => {
    received = [];
    answers = [];
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const key = request.headers['idempotency-key'] as string | undefined;
        const body = Buffer.concat(chunks).toString();
        received.push({ method: request.method!, key, body });
        response.setHeader('content-type', 'application/json');
        response.end(answers.shift() ?? '{"state": "done"}');
      });
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    await world?.close();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  async function run(
    config: Record<string, unknown>,
    dieAt?: string,
  ): Promise<EngineWorld> {
    const text = JSON.stringify({ url: `http://${address}/x`, ...config });
    const options = {
      stages: ['dev'],
      auto: ['dev'],
      more: [`{uses: http, as: tell, config: ${text}}`],
      http: createHttpClient({ allow: [address] }),
      secrets: { read: async () => ({ data: { token: 'very-secret-token' } }) },
    };
    world = await EngineWorld.start(new MemoryStore(systemClock), options);
    world.faults = {
      async at(point, { step }) {
        if (point === dieAt && step === 'tell') throw new Killed(point);
      },
    };
    await world.release('1.1.0').catch(error => {
      if (!(error instanceof Killed)) throw error;
    });
    return world;
  }

  async function reboot() {
    world!.faults = { at: async () => undefined };
    await world!.boot();
    await world!.queue.settle();
    return (await world!.promotions())[0];
  }

  it.each(['GET', 'PUT', 'DELETE'])(
    'repeats a %s of which nobody knows whether it was carried out',
    async method => {
      await run({ method }, 'step.attempted');
      expect(await reboot()).toMatchObject({ phase: 'Succeeded' });
      expect(received.map(request => request.method)).toEqual([method, method]);
      expect(received[0].key).toBeUndefined();
    },
  );

  it('asks a person about a POST, and repeats it with the same key where it is idempotent', async () => {
    await run({ method: 'POST', body: 'x' }, 'step.attempted');
    expect(await reboot()).toMatchObject({
      phase: 'Running',
      question: { text: expect.stringContaining('nobody knows whether POST') },
    });
    expect(received).toHaveLength(1);
    await world!.close();
    received = [];
    await run(
      { method: 'PATCH', body: 'x', idempotent: true },
      'step.attempted',
    );
    expect(await reboot()).toMatchObject({ phase: 'Succeeded' });
    expect(received).toHaveLength(2);
    expect(received[0]).toEqual(received[1]);
    expect(received[0].key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('polls by calls of their own, and no bad answer is a question', async () => {
    answers = ['{"state": "new"}', '{'];
    const { store } = await run({
      method: 'POST',
      successExpression: 'response.body.state == "done"',
    });
    const poll = async () => {
      const [promotion] = await world!.promotions();
      await world!.queue.enqueue({
        kind: 'promotion',
        project: 'web',
        name: promotion.name,
      });
      await world!.queue.settle();
    };
    expect(received).toHaveLength(1);
    await poll();
    const [promotion] = await world!.promotions();
    // an answer that cannot be read is an error like any other: the first one ends a step
    expect(promotion).toMatchObject({ phase: 'Errored' });
    expect(promotion.question).toBeUndefined();
    expect(new Set(received.map(({ key }) => key)).size).toBe(2);
    const entries = await store.entries('web', { limit: 200 });
    expect(JSON.stringify(entries)).toContain('says it is JSON and is none');
  });

  it('leaves no secret in the ledger', async () => {
    const token = "${{ secret('s').token }}";
    const { store } = await run({
      method: 'POST',
      queryParams: [{ name: 'token', value: token }],
      headers: [{ name: 'Authorization', value: `Bearer ${token}` }],
      body: `t=${token}`,
    });
    expect((await world!.promotions())[0]).toMatchObject({
      phase: 'Succeeded',
    });
    expect(received[0].body).toBe('t=very-secret-token');
    const entries = await store.entries('web', { limit: 200 });
    expect(JSON.stringify(entries)).not.toContain('very-secret-token');
  });
});
