import { StevedoreClient } from './StevedoreClient';

const discoveryApi = {
  getBaseUrl: async (id: string) => `http://host/api/${id}`,
};

function clientWith(response: Response) {
  const fetchApi = {
    fetch: jest.fn(
      async (_url: RequestInfo | URL, _init?: RequestInit) => response,
    ),
  };
  return { fetchApi, client: new StevedoreClient({ discoveryApi, fetchApi }) };
}

it('escapes what it puts into paths and leaves out what is not asked', async () => {
  const { client, fetchApi } = clientWith(new Response('{"items":[]}'));
  await expect(
    client.listFreight({ project: 'a/b', search: '1 2', after: undefined }),
  ).resolves.toEqual({ items: [] });
  expect(fetchApi.fetch.mock.calls[0][0]).toBe(
    'http://host/api/stevedore/projects/a%2Fb/freight?search=1+2',
  );
});

it('sends a decision with its digest and the token', async () => {
  const { client, fetchApi } = clientWith(new Response('{}'));
  await client.approvePromotion(
    { project: 'web', name: 'prod.1.a', digest: 'd', reason: 'ok' },
    { token: 't' },
  );
  const [url, init] = fetchApi.fetch.mock.calls[0];
  expect(url).toBe(
    'http://host/api/stevedore/projects/web/promotions/prod.1.a/approve',
  );
  expect(init).toMatchObject({
    method: 'POST',
    body: '{"digest":"d","reason":"ok"}',
    headers: { authorization: 'Bearer t' },
  });
});

it('sends what people do where it belongs', async () => {
  const { client, fetchApi } = clientWith(new Response('{}'));
  fetchApi.fetch.mockImplementation(async () => new Response('{}'));
  const at = { project: 'web', name: 'p', reason: 'r' };
  await client.people.answerStep({ ...at, step: 4, action: 'approve' });
  await client.people.delegate({ delegate: 'u', until: 't', reason: 'r' });
  expect(
    fetchApi.fetch.mock.calls.map(([url, init]) => [url, init?.body]),
  ).toEqual([
    [
      'http://host/api/stevedore/projects/web/promotions/p/steps/4/answer',
      '{"reason":"r","action":"approve"}',
    ],
    [
      'http://host/api/stevedore/delegations',
      '{"delegate":"u","until":"t","reason":"r"}',
    ],
  ]);
});

it('throws the sentence of the backend, and takes an empty answer', async () => {
  const body = {
    error: { name: 'NotAllowedError', message: 'only for its owners' },
    response: { statusCode: 403 },
  };
  const refused = new Response(JSON.stringify(body), {
    status: 403,
    headers: { 'content-type': 'application/json' },
  });
  await expect(clientWith(refused).client.getWaiting()).rejects.toMatchObject({
    cause: { message: 'only for its owners' },
  });
  const empty = clientWith(new Response(null, { status: 204 })).client;
  await expect(
    empty.holdStage({ project: 'web', stage: 'dev', origin: 'Warehouse/web' }),
  ).resolves.toBeUndefined();
});

it('asks for freight by hand, its alias and what there is to choose from', async () => {
  const { client, fetchApi } = clientWith(new Response('{}'));
  fetchApi.fetch.mockImplementation(async () => new Response('{}'));
  const project = 'web';
  await client.createFreight({ project, warehouse: 'w', cloneOf: 'amber' });
  await client.changeAlias({ project, name: 'amber', alias: 'golden' });
  await client.getWarehouse({ project, warehouse: 'w' });
  expect(
    fetchApi.fetch.mock.calls.map(([url, init]) => [
      init?.method,
      url,
      init?.body,
    ]),
  ).toEqual([
    [
      'POST',
      'http://host/api/stevedore/projects/web/freight',
      '{"warehouse":"w","cloneOf":"amber"}',
    ],
    [
      'POST',
      'http://host/api/stevedore/projects/web/freight/amber/alias',
      '{"alias":"golden"}',
    ],
    ['GET', 'http://host/api/stevedore/projects/web/warehouses/w', undefined],
  ]);
});

it('says what people said about freight and verifications', async () => {
  const { client, fetchApi } = clientWith(new Response('{}'));
  fetchApi.fetch.mockImplementation(async () => new Response('{}'));
  const freight = { project: 'web', name: 'amber', reason: 'why' };
  const dev = { project: 'web', stage: 'dev' };
  await client.waiveFreight({ ...freight, stage: 'prod' });
  await client.quarantineFreight(freight);
  await client.liftQuarantine(freight);
  await client.verifyStage(dev);
  await client.stopVerification({ ...dev, reason: 'why' });
  await client.getRollback(dev);
  await client.getDrift(dev);
  await client.getCommits({ project: 'web', from: 'a b', to: 'c' });
  await client.rollbackStage({ ...dev, freight: 'amber', quarantine: true });
  const base = 'http://host/api/stevedore/projects/web';
  expect(
    fetchApi.fetch.mock.calls.map(([url, init]) => [url, init?.body]),
  ).toEqual([
    [`${base}/freight/amber/waive`, '{"reason":"why","stage":"prod"}'],
    [`${base}/freight/amber/quarantine`, '{"reason":"why"}'],
    [`${base}/freight/amber/lift`, '{"reason":"why"}'],
    [`${base}/stages/dev/verify`, '{}'],
    [`${base}/stages/dev/stop-verification`, '{"reason":"why"}'],
    [`${base}/stages/dev/rollback`, undefined],
    [`${base}/drift?stage=dev`, undefined],
    [`${base}/commits?from=a+b&to=c`, undefined],
    [`${base}/stages/dev/rollback`, '{"freight":"amber","quarantine":true}'],
  ]);
});
