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

describe('logging in', () => {
  it.each([['basic' as const], ['bearer' as const]])(
    'works with %s',
    async type => {
      const registry = await start({ type, users });
      await registry.publish({ repository: 'app', tag: '1.0.0' });
      expect(await asAda().listTags(`${registry.host}/app`, secure)).toEqual([
        '1.0.0',
      ]);
      const wrong = asAda('wrong').listTags(`${registry.host}/app`, secure);
      await expect(wrong).rejects.toThrow(
        `Registry ${registry.host} refused the password of "ada"`,
      );
      const nobody = create().listTags(`${registry.host}/app`, secure);
      await expect(nobody).rejects.toThrow(
        `Registry ${registry.host} wants a login for repository app`,
      );
    },
  );

  it('takes one token for many requests, and a new one when it has run out', async () => {
    const timing = fakeTiming();
    const registry = await start({
      type: 'bearer',
      users,
      tokenSeconds: 300,
      now: timing.now,
    });
    await registry.publish({ repository: 'app', tag: '1.0.0' });
    const client = create({
      credentials: () => ({ username: 'ada', password: 'correct' }),
      timing,
    });
    const look = () => client.describe(`${registry.host}/app`, '1.0.0', secure);
    await Promise.all([look(), look(), look()]);
    await look();
    const tokens = () =>
      requested(registry).filter(line => line.includes('/token'));
    expect(tokens()).toHaveLength(1);
    timing.time += 300_000;
    await look();
    expect(tokens()).toHaveLength(2);
    expect(
      requested(registry).filter(line => line.endsWith('401')).length,
    ).toBeLessThanOrEqual(4);
  });

  it('asks for an anonymous token where everyone may pull', async () => {
    const registry = await start({
      type: 'bearer',
      users,
      anonymousPull: true,
    });
    await registry.publish({ repository: 'app', tag: '1.0.0' });
    expect(await create().listTags(`${registry.host}/app`, secure)).toEqual([
      '1.0.0',
    ]);
  });

  it('sends no password to a token server in the clear', async () => {
    const host = await serve((_, response) => {
      response
        .writeHead(401, {
          'www-authenticate': 'Bearer realm="http://tokens.example.org/"',
        })
        .end();
    });
    await expect(asAda().listTags(`${host}/app`, secure)).rejects.toThrow(
      'without encryption',
    );
  });
});
