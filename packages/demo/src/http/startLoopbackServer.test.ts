import { request as httpRequest } from 'node:http';
import { LoopbackServer, startLoopbackServer } from './startLoopbackServer';

describe('startLoopbackServer', () => {
  let server: LoopbackServer;
  let served: number;

  beforeEach(async () => {
    served = 0;
    server = await startLoopbackServer(async (_request, response) => {
      served += 1;
      response.end('served');
    });
  });

  afterEach(() => server.stop());

  it('counts and describes requests without keeping credentials', async () => {
    await fetch(`${server.url}/a?b=c`, {
      headers: { authorization: 'Bearer secret' },
    });
    await fetch(`${server.url}/d`, { method: 'POST' });
    expect(server.requests.total).toBe(2);
    expect(server.requests.count({ method: 'POST' })).toBe(1);
    const [first] = server.requests.all({ path: /^\/a/ });
    expect(first).toMatchObject({
      query: 'b=c',
      scheme: 'bearer',
      status: 200,
    });
    expect(JSON.stringify(first)).not.toContain('secret');
  });

  it('fails as often as it was asked to', async () => {
    server.faults.inject({
      fault: { kind: 'status', status: 429, retryAfter: 7 },
      match: { path: '/a' },
      times: 1,
    });
    expect((await fetch(`${server.url}/b`)).status).toBe(200);
    const refused = await fetch(`${server.url}/a`);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('7');
    expect((await fetch(`${server.url}/a`)).status).toBe(200);
  });

  it('hangs until it is stopped', async () => {
    server.faults.inject({ fault: { kind: 'hang' } });
    const arrived = server.requests.next();
    const answer = fetch(server.url);
    answer.catch(() => {});
    await arrived;
    await server.stop();
    await expect(answer).rejects.toThrow('fetch failed');
    expect(served).toBe(0);
  });

  it('closes the connection before or after the work', async () => {
    server.faults.inject({ fault: { kind: 'reset' }, times: 1 });
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    expect(served).toBe(0);
    server.faults.inject({ fault: { kind: 'lose-answer' }, times: 1 });
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    expect(served).toBe(1);
  });

  it('takes a rule back', async () => {
    const takeBack = server.faults.inject({ fault: { kind: 'reset' } });
    takeBack();
    expect((await fetch(server.url)).status).toBe(200);
  });

  it('refuses a name that was pointed at loopback from outside', async () => {
    const status = await new Promise(resolve => {
      httpRequest(server.url, { headers: { host: 'evil.example' } }, response =>
        resolve(response.statusCode),
      ).end();
    });
    expect(status).toBe(421);
    expect(served).toBe(0);
  });

  it('says which port is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(startLoopbackServer(async () => {}, { port })).rejects.toThrow(
      expect.objectContaining({ code: 'EADDRINUSE' }),
    );
  });
});
