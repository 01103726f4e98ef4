import { createServer, IncomingMessage, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { createChartRepositories } from './createChartRepositories';

const INDEX = 'entries:\n  web:\n  - version: 1.0.0\n  - version: 0.9.0\n';
const TLS = { insecureSkipTLSVerify: false };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(answer: Answer) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/charts/`, requests, close };
}

const anonymous = { credentials: () => undefined };

describe('chart repositories', () => {
  let server: Awaited<ReturnType<typeof serve>>;
  afterEach(() => server.close());

  it.each([
    ['ETag', { etag: '"1"' }, 'if-none-match', '"1"'],
    [
      'Last-Modified',
      { 'last-modified': 'Sat, 01 Aug 2026 00:00:00 GMT' },
      'if-modified-since',
      'Sat, 01 Aug 2026 00:00:00 GMT',
    ],
  ])(
    'are asked for the whole only once (%s)',
    async (_, headers, name, tag) => {
      server = await serve((request, response) => {
        if (request.headers[name] === tag) response.writeHead(304).end();
        else response.writeHead(200, headers).end(INDEX);
      });
      const charts = createChartRepositories(anonymous);
      const first = await charts.index(server.url, TLS);
      expect(first.get('web')).toEqual(['1.0.0', '0.9.0']);
      expect(await charts.index(server.url, TLS)).toBe(first);
      expect(server.requests.map(({ url }) => url)).toEqual([
        '/charts/index.yaml',
        '/charts/index.yaml',
      ]);
    },
  );

  it('get the password only when they ask for it', async () => {
    server = await serve((request, response) => {
      if (request.headers.authorization)
        response.end(INDEX.replace('web', request.headers.authorization));
      else
        response
          .writeHead(401, { 'www-authenticate': 'Basic realm="charts"' })
          .end();
    });
    const charts = createChartRepositories({
      credentials: () => ({ username: 'ada', password: 'secret' }),
    });
    const index = await charts.index(server.url, TLS);
    const [name] = index.keys();
    expect(Buffer.from(name.split(' ')[1], 'base64').toString()).toBe(
      'ada:secret',
    );
    await expect(
      createChartRepositories(anonymous).index(server.url, TLS),
    ).rejects.toThrow(/wants a login/);
  });

  it('are left alone for as long as they ask', async () => {
    server = await serve((_, response) => {
      response.writeHead(429, { 'retry-after': '30' }).end();
    });
    const charts = createChartRepositories(anonymous);
    const failure = await charts.index(server.url, TLS).catch(error => error);
    expect(failure.retryAfterMs).toBe(30_000);
    await expect(charts.index(server.url, TLS)).rejects.toThrow(/slow down/);
    expect(server.requests).toHaveLength(1);
  });

  it('that give no index are told so', async () => {
    server = await serve((request, response) => {
      if (request.url?.startsWith('/charts/html'))
        response.end('<html>\n<body>: {[</body>');
      else response.writeHead(404).end();
    });
    const charts = createChartRepositories(anonymous);
    await expect(charts.index(`${server.url}html`, TLS)).rejects.toThrow(
      /cannot be used: its index cannot be read/,
    );
    await expect(charts.index(`${server.url}none`, TLS)).rejects.toThrow(
      /has no repository/,
    );
    await expect(charts.index('ftp://host', TLS)).rejects.toThrow(
      /write https:/,
    );
  });

  it('may be large: 60 MB take little memory', async () => {
    const item = `  - version: 1.0.0\n    description: ${'x'.repeat(5000)}\n`;
    server = await serve(async (_, response) => {
      response.write('entries:\n  web:\n');
      for (let count = 0; count < 12_000; count += 1)
        if (!response.write(item))
          await new Promise(resolve => {
            response.once('drain', resolve);
          });
      response.end();
    });
    const charts = createChartRepositories(anonymous);
    const index = await charts.index(server.url, TLS);
    expect(index.get('web')).toHaveLength(12_000);
  });
});
