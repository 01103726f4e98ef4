import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordIo } from '../__testUtils__/recordIo';
import { ledgerVerify } from './ledgerVerify';

const VERDICTS: Record<string, object> = {
  web: { project: 'web', ok: true, entries: 7, head: 'abc' },
  shop: {
    project: 'shop',
    ok: false,
    entries: 3,
    fault: 'entry 2 was changed after it was written',
  },
};
const ENTITIES = ['web', 'shop', 'new'].map(name => ({
  kind: 'Component',
  metadata: { name },
}));

/** What the portal answers to a path, also below `/portal`; undefined stands for 404. */
function answerTo({ pathname: path, searchParams }: URL): unknown {
  const pathname = path.replace(/^\/portal/, '');
  const name = pathname.split('/').at(-1)!;
  if (pathname === '/api/stevedore/ledger/verify')
    return VERDICTS[searchParams.get('project')!];
  if (pathname === '/api/catalog/entities') return ENTITIES;
  return pathname.startsWith('/api/stevedore/pipelines/') && VERDICTS[name]
    ? { project: name }
    : undefined;
}

describe('ledger verify', () => {
  let server: Server;
  let backend: string;
  const tokens = new Set<string | undefined>();

  beforeAll(async () => {
    server = createServer((request, response) => {
      tokens.add(request.headers.authorization);
      const answer = answerTo(new URL(request.url!, 'http://localhost'));
      const missing = {
        error: { name: 'NotFoundError', message: 'no such project' },
        response: { statusCode: 404 },
      };
      response.writeHead(answer ? 200 : 404, {
        'content-type': 'application/json',
      });
      response.end(JSON.stringify(answer ?? missing));
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    backend = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise(done => server.close(done)));

  const options = (more: object) => ({
    backend,
    token: 'secret',
    directory: tmpdir(),
    ...more,
  });

  it('says that a chain is whole', async () => {
    const io = recordIo();
    expect(await ledgerVerify(options({ project: 'web' }), io)).toBe(0);
    expect(io.stdout).toBe('web: ok, 7 entries, head abc\n');
    expect([...tokens]).toEqual(['Bearer secret']);
  });

  it('fails when one chain of all is broken', async () => {
    const io = recordIo();
    expect(await ledgerVerify(options({}), io)).toBe(1);
    expect(io.stdout).toBe(
      'shop: BROKEN, entry 2 was changed after it was written\nweb: ok, 7 entries, head abc\n',
    );
  });

  it('passes on what the backend says', async () => {
    await expect(
      ledgerVerify(options({ project: 'none' }), recordIo()),
    ).rejects.toThrow(/404|no such project/);
  });

  it('finds the running demo from a directory below', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stevedore-cli-'));
    await mkdir(join(folder, '.demo'));
    await mkdir(join(folder, 'below'));
    await writeFile(
      join(folder, '.demo/ready.json'),
      JSON.stringify({ backend }),
    );
    const io = recordIo();
    expect(
      await ledgerVerify(
        { project: 'web', token: 'secret', directory: join(folder, 'below') },
        io,
      ),
    ).toBe(0);
    await rm(folder, { recursive: true });
  });

  it('finds a backend that is below a path', async () => {
    const io = recordIo();
    const below = options({ backend: `${backend}/portal/`, project: 'web' });
    expect(await ledgerVerify(below, io)).toBe(0);
    expect(io.stdout).toBe('web: ok, 7 entries, head abc\n');
  });

  it('says what the catalog said when it refuses', async () => {
    await expect(
      ledgerVerify(options({ backend: `${backend}/nowhere` }), recordIo()),
    ).rejects.toThrow('/nowhere answers 404: no such project.');
  });

  it.each(['nonsense', 'localhost:7007'])(
    'says how an address is written instead of %s',
    async address => {
      await expect(
        ledgerVerify(options({ backend: address }), recordIo()),
      ).rejects.toThrow(`${address} is no address of a backend: write it like`);
    },
  );

  it('asks for a token', async () => {
    await expect(
      ledgerVerify(options({ token: undefined }), recordIo()),
    ).rejects.toThrow('STEVEDORE_TOKEN');
  });
});
