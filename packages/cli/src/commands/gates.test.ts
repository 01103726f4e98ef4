import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { recordIo } from '../__testUtils__/recordIo';
import { gates } from './gates';

const CLOSED = {
  stage: 'prod',
  freight: 'f',
  at: '2026-12-24T18:00:00Z',
  open: false,
  sentence: 'prod is closed',
  gates: [
    { gate: 'origin', status: 'pass', sentence: 'fits', clearedBy: [] },
    {
      gate: 'windows',
      status: 'waiting',
      sentence: 'prod is closed',
      clearedBy: ['time'],
      clearsAt: '2027-01-04T00:00:00.000Z',
    },
  ],
};

describe('gates', () => {
  let server: Server;
  let backend: string;
  let asked: string[] = [];
  let answer: object = CLOSED;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.headers.authorization} ${request.url}`);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    backend = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise(done => server.close(done)));
  beforeEach(() => {
    asked = [];
    answer = CLOSED;
  });

  const options = (more: object = {}) => ({
    backend,
    token: 'secret',
    directory: tmpdir(),
    project: 'web',
    stage: 'prod',
    freight: 'brave-otter',
    output: 'text' as const,
    ...more,
  });

  it('asks the backend, prints each verdict and says by its exit code whether the way is free', async () => {
    const io = recordIo();
    const at = '2026-12-24T18:00:00Z';
    expect(await gates(options({ at }), io)).toBe(1);
    expect(asked).toEqual([
      'Bearer secret /api/stevedore/projects/web/stages/prod/gates?freight=brave-otter&at=2026-12-24T18%3A00%3A00Z',
    ]);
    expect(io.stdout).toBe(
      [
        'pass     origin   fits',
        'waiting  windows  prod is closed (2027-01-04T00:00:00.000Z)',
        'prod is closed',
        '',
      ].join('\n'),
    );
  });

  it('gives 0 when nothing stands in the way, and the answer itself as JSON', async () => {
    answer = { ...CLOSED, open: true };
    const io = recordIo();
    expect(await gates(options({ output: 'json' }), io)).toBe(0);
    expect(JSON.parse(io.stdout)).toEqual(answer);
  });

  it('needs a token', async () => {
    await expect(
      gates(options({ token: undefined }), recordIo()),
    ).rejects.toThrow('A Backstage token is needed');
  });
});
