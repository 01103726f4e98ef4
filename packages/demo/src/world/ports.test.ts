import { createServer, Server } from 'node:net';
import { checkPorts } from './checkPorts';
import { choosePorts, DemoPorts } from './ports';

const DEFAULTS = { portal: 7007, registry: 5055, git: 5056, cluster: 5057 };

describe('choosePorts', () => {
  it('takes the environment, then the last start, then the defaults', () => {
    expect(choosePorts({})).toEqual(DEFAULTS);
    const recorded: DemoPorts = { ...DEFAULTS, registry: 6055, portal: 8000 };
    expect(choosePorts({ STEVEDORE_DEMO_PORT: '8001' }, recorded)).toEqual({
      ...recorded,
      portal: 8001,
    });
  });

  it.each([
    [{ STEVEDORE_DEMO_GIT_PORT: 'x' }, 'STEVEDORE_DEMO_GIT_PORT=x is not'],
    [{ STEVEDORE_DEMO_GIT_PORT: '70000' }, 'from 1 to 65535'],
    [
      { STEVEDORE_DEMO_GIT_PORT: '7007' },
      'Port 7007 cannot serve both Backstage and the Git server',
    ],
  ])('refuses %j', (environment, sentence) => {
    expect(() => choosePorts(environment)).toThrow(sentence);
  });

  it('does not move what releases already name', () => {
    const environment = { STEVEDORE_DEMO_REGISTRY_PORT: '6055' };
    expect(() => choosePorts(environment, DEFAULTS)).toThrow(
      'This demo was made with port 5055 for the image registry',
    );
  });
});

describe('checkPorts', () => {
  let server: Server;
  let taken: number;

  beforeEach(async () => {
    server = createServer();
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    taken = (server.address() as { port: number }).port;
  });

  afterEach(() => new Promise(resolve => server.close(resolve)));

  it('names the port, who needs it, and the variable', async () => {
    const ports = { ...(await freePorts()), git: taken };
    await expect(checkPorts(ports)).rejects.toThrow(
      `Port ${taken} is taken, but the Git server needs it. Free it, or choose another with STEVEDORE_DEMO_GIT_PORT.`,
    );
  });

  it('is content with free ports', async () => {
    await expect(checkPorts(await freePorts())).resolves.toBeUndefined();
  });

  /** Asked for together, so that they differ. */
  async function freePorts(): Promise<DemoPorts> {
    const servers = await Promise.all(
      Object.keys(DEFAULTS).map(
        () =>
          new Promise<Server>(resolve => {
            const free = createServer().listen(0, '127.0.0.1', () =>
              resolve(free),
            );
          }),
      ),
    );
    const numbers = servers.map(one => (one.address() as any).port);
    await Promise.all(servers.map(one => new Promise(done => one.close(done))));
    const [portal, registry, git, cluster] = numbers;
    return { portal, registry, git, cluster };
  }
});
