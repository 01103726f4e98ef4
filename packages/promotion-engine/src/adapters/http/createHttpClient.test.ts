import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo, LookupFunction } from 'node:net';
import { HttpRequest } from '../../ports/runtime';
import { createHttpClient, HttpOptions } from './createHttpClient';

/** Names as this test wants them resolved. */
function lookupOf(names: Record<string, string[]>): HttpOptions['lookup'] {
  const lookup: LookupFunction = (hostname, _, callback) => {
    const addresses = names[hostname].map(address => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    (callback as unknown as (e: null, a: typeof addresses) => void)(
      null,
      addresses,
    );
  };
  return lookup as unknown as HttpOptions['lookup'];
}

describe('createHttpClient', () => {
  const servers: Server[] = [];

  async function serve(answer: RequestListener): Promise<number> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    return (server.address() as AddressInfo).port;
  }

  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    }
  });

  function send(
    options: Partial<HttpOptions>,
    request: Partial<HttpRequest> & { url: string },
  ) {
    return createHttpClient({ allow: ['localhost'], ...options }).send({
      method: 'GET',
      headers: {},
      timeoutMs: 5_000,
      ...request,
    });
  }

  it('sends what it is given and gives back what it gets', async () => {
    const port = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      response.setHeader('Set-Cookie', ['a=1', 'b=2']);
      response
        .writeHead(418)
        .end(`${request.method} ${request.headers.x} ${body}`);
    });
    const answer = await send(
      {},
      {
        url: `http://localhost:${port}/`,
        method: 'POST',
        headers: { x: 'y' },
        body: 'b',
      },
    );
    expect(answer).toMatchObject({
      status: 418,
      body: 'POST y b',
      headers: { 'set-cookie': 'a=1, b=2' },
    });
  });

  it('follows no redirect, so that nobody leads it elsewhere', async () => {
    const elsewhere = jest.fn();
    const target = await serve((_, response) => {
      elsewhere();
      response.end();
    });
    const port = await serve((_, response) => {
      response
        .writeHead(302, { Location: `http://localhost:${target}/` })
        .end();
    });
    const answer = await send({}, { url: `http://localhost:${port}/` });
    expect(answer.status).toBe(302);
    expect(elsewhere).not.toHaveBeenCalled();
  });

  it.each([
    ['never begins to answer', () => undefined],
    [
      'never ends its answer',
      (_, response) => {
        response.write('half');
      },
    ],
  ] as [string, RequestListener][])(
    'gives up on a host that %s',
    async (_, answer) => {
      const url = `http://localhost:${await serve(answer)}/`;
      await expect(send({}, { url, timeoutMs: 50 })).rejects.toThrow(
        `${url} did not answer within 0.05 s`,
      );
    },
  );

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const port = await serve(() => controller.abort());
    const url = `http://localhost:${port}/`;
    await expect(send({}, { url, signal: controller.signal })).rejects.toThrow(
      `${url} could not be reached`,
    );
  });

  it('reads 2 MiB, and not a byte more', async () => {
    const most = 2 * 1024 * 1024;
    const port = await serve((request, response) =>
      response.end('x'.repeat(most + Number(request.url!.slice(1)))),
    );
    const url = `http://localhost:${port}`;
    expect((await send({}, { url: `${url}/0` })).body).toHaveLength(most);
    await expect(send({}, { url: `${url}/1` })).rejects.toThrow(
      /^the answer of .* is larger than 2 MiB$/,
    );
  });

  it('says where nobody listens', async () => {
    const port = await serve(() => undefined);
    await new Promise(done => servers.pop()!.close(done));
    const url = `http://localhost:${port}/`;
    await expect(send({}, { url })).rejects.toThrow(
      `${url} could not be reached: `,
    );
  });

  describe('the allow-list', () => {
    const open = lookupOf({
      'acme.example': ['127.0.0.1'],
      'a.acme.example': ['127.0.0.1'],
      'a.b.acme.example': ['127.0.0.1'],
    });

    it.each([
      ['https://acme.example/', ['other.example']],
      ['https://acme.example:8443/', ['acme.example:443']],
      ['https://acme.example/', ['*.acme.example']],
      ['https://evilacme.example/', ['*.acme.example']],
      [
        'https://acme.example.evil.example/',
        ['*.acme.example', 'acme.example'],
      ],
      ['https://acme.example@evil.example/', ['acme.example']],
      ['http://localhost/', []],
    ])('refuses %s with %j', async (url, allow) => {
      await expect(send({ allow }, { url })).rejects.toThrow(
        'is not allowed: add it to stevedore.http.allow in app-config.yaml',
      );
    });

    it.each(['ftp://acme.example/', 'file:///etc/passwd', 'data:,x'])(
      'refuses %s, which is not HTTP',
      async url => {
        await expect(
          send({ allow: ['acme.example'] }, { url }),
        ).rejects.toThrow('is not HTTP');
      },
    );

    it.each([
      ['http://acme.example:1/', ['acme.example']],
      ['http://acme.example:1/', ['acme.example:1']],
      ['http://a.acme.example:1/', ['*.acme.example']],
      ['http://a.b.acme.example:1/', ['*.acme.example']],
    ])('lets %s pass with %j, up to the address', async (url, allow) => {
      await expect(send({ allow, lookup: open }, { url })).rejects.toThrow(
        'leads to 127.0.0.1, which is never asked',
      );
    });
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://[fe80::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fd00:ec2::254]/',
  ])('never asks %s, even where the list names it', async url => {
    const { hostname } = new URL(url);
    await expect(send({ allow: [hostname] }, { url })).rejects.toThrow(
      'is a link-local or metadata address, which is never asked',
    );
  });

  it.each([
    [['169.254.169.254']],
    [['93.184.216.34', '169.254.169.254']],
    [['fe80::1']],
    [['::ffff:a9fe:a9fe']],
    [['127.0.0.1']],
  ])('never follows a name to %j', async addresses => {
    const url = 'http://acme.example/';
    const lookup = lookupOf({ 'acme.example': addresses });
    await expect(
      send({ allow: ['acme.example'], lookup }, { url }),
    ).rejects.toThrow(/acme\.example leads to .*, which is never asked/);
  });

  it('looks at the address again for each connection', async () => {
    const answers = [['127.0.0.1'], ['169.254.169.254']];
    const port = await serve((_, response) => {
      response.setHeader('Connection', 'close').end('ok');
    });
    const lookup = ((hostname: string, options: object, callback: never) =>
      (lookupOf({ [hostname]: answers.shift()! }) as unknown as LookupFunction)(
        hostname,
        options,
        callback,
      )) as unknown as HttpOptions['lookup'];
    const client = createHttpClient({ allow: ['localhost'], lookup });
    const request = {
      url: `http://localhost:${port}/`,
      method: 'GET',
      headers: {},
      timeoutMs: 5_000,
    };
    expect((await client.send(request)).body).toBe('ok');
    await expect(client.send(request)).rejects.toThrow('169.254.169.254');
  });

  it('gives a file as it is, up to the size that is asked for', async () => {
    const file = Buffer.from([0, 255, 1, 254]);
    const port = await serve((_, response) => {
      response.end(file);
    });
    const url = `http://127.0.0.1:${port}/`;
    const allow = [`127.0.0.1:${port}`];
    const whole = await send({ allow }, { url, largestBytes: 4 });
    expect(whole.body).toBe('');
    expect(Buffer.from(whole.bytes!)).toEqual(file);
    await expect(send({ allow }, { url, largestBytes: 3 })).rejects.toThrow(
      'is larger than',
    );
  });
});
