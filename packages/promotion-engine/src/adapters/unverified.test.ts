import { createServer, Server } from 'https';
import { AddressInfo } from 'net';
import { whereThereIs } from '../testing/programs/whereThereIs';
import { createChartRepositories } from './charts';
import { selfSigned } from './git/testing/selfSigned';
import { createHttpClient } from './http';
import { createOciArtifacts, createOciRegistry } from './oci';

const anonymous = { credentials: () => undefined };

whereThereIs('openssl')('hosts whose certificate nobody signed', () => {
  let server: Server;
  let host: string;
  let authority: string;
  const answers: Record<string, string> = {
    '/v2/acme/web/tags/list': '{"tags":["1.0.0"]}',
    '/v2/acme/web/manifests/1.0.0': '{"schemaVersion":2,"layers":[]}',
    '/charts/index.yaml': 'entries:\n  web:\n  - version: 1.0.0\n',
    '/hello': 'hello',
  };
  beforeAll(async () => {
    const certificate = selfSigned();
    authority = certificate.cert.toString();
    server = createServer(certificate, (request, response) => {
      const body = answers[request.url?.split('?')[0] ?? ''];
      response.setHeader('content-type', 'application/json');
      response.setHeader('docker-content-digest', `sha256:${'0'.repeat(64)}`);
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '0.0.0.0', resolve);
    });
    // this machine, and none of the names of it that registries are asked in plain HTTP by
    host = `0.0.0.0:${(server.address() as AddressInfo).port}`;
  });
  afterAll(
    () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );

  const asked: [
    string,
    (insecureSkipTLSVerify: boolean) => Promise<unknown>,
  ][] = [
    [
      'images',
      insecureSkipTLSVerify =>
        createOciRegistry(anonymous).listTags(`${host}/acme/web`, {
          insecureSkipTLSVerify,
        }),
    ],
    [
      'artifacts',
      insecureSkipTLSVerify =>
        createOciArtifacts(anonymous).digest(
          { repository: `${host}/acme/web`, reference: '1.0.0' },
          { insecureSkipTLSVerify },
        ),
    ],
    [
      'charts',
      insecureSkipTLSVerify =>
        createChartRepositories(anonymous).index(`https://${host}/charts`, {
          insecureSkipTLSVerify,
        }),
    ],
    [
      'HTTP',
      insecureSkipTLSVerify =>
        createHttpClient({ allow: [host] }).send({
          method: 'GET',
          headers: {},
          url: `https://${host}/hello`,
          timeoutMs: 30_000,
          insecureSkipTLSVerify,
        }),
    ],
  ];

  it.each(asked)('are asked for %s where that is allowed', async (_, ask) => {
    await expect(ask(true)).resolves.toBeDefined();
  });

  it.each(asked)('are not asked for %s otherwise', async (_, ask) => {
    await expect(ask(false)).rejects.toThrow(/certificate/i);
  });

  it('are asked over HTTP where their authority is given', async () => {
    const local = host.replace('0.0.0.0', '127.0.0.1');
    const ask = (caCert?: string) =>
      createHttpClient({ allow: [local] }).send({
        method: 'GET',
        headers: {},
        url: `https://${local}/hello`,
        timeoutMs: 30_000,
        caCert,
      });
    await expect(ask(authority)).resolves.toMatchObject({ body: 'hello' });
    await expect(ask()).rejects.toThrow(/certificate/i);
  });
});
