import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { demoAuthModule } from './demoAuthModule';

const ada = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { namespace: 'default', name: 'ada' },
  relations: [{ type: 'memberOf', targetRef: 'group:default/team-web' }],
};

function start(listenHost: string, enabled = true) {
  return startTestBackend({
    features: [
      authPlugin,
      demoAuthModule,
      catalogServiceMock.factory({ entities: [ada] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:7007' },
          backend: {
            baseUrl: 'http://localhost:7007',
            listen: { host: listenHost, port: 0 },
          },
          auth: { providers: { demo: {} } },
          stevedore: {
            demo: {
              enabled,
              people: [{ name: 'ada', title: 'Ada', role: 'developer' }],
            },
          },
        },
      }),
    ],
  });
}

describe('the sign-in of the demo', () => {
  it('issues a token of the person, with her groups', async () => {
    const { server } = await start('127.0.0.1');
    const { status, body } = await request(server)
      .post('/api/auth/demo/refresh')
      .set('X-Demo-Person', 'ada');
    expect(status).toBe(200);
    expect(body.backstageIdentity.identity.userEntityRef).toBe(
      'user:default/ada',
    );
    expect(body.backstageIdentity.token).toMatch(/^ey/);
  });

  it.each([
    ['nobody', {}, 400, /Say who you are/],
    ['a stranger', { 'X-Demo-Person': 'eve' }, 404, /does not know "eve"/],
    [
      'a page of another origin',
      { 'X-Demo-Person': 'ada', Origin: 'http://evil.example' },
      403,
      /own page/,
    ],
    [
      'a name that was pointed at this machine',
      { 'X-Demo-Person': 'ada', Host: 'evil.example' },
      403,
      /own page/,
    ],
  ])('refuses %s', async (_who, headers, expected, sentence) => {
    const { server } = await start('127.0.0.1');
    const { status, body } = await request(server)
      .get('/api/auth/demo/refresh')
      .set(headers);
    expect(status).toBe(expected);
    expect(body.error.message).toMatch(sentence);
  });

  it('keeps the backend from starting where others could reach it', async () => {
    await expect(start('0.0.0.0')).rejects.toThrow(/demo-provider/);
  });

  it('keeps the backend from starting outside the demo', async () => {
    await expect(start('127.0.0.1', false)).rejects.toThrow(/demo-provider/);
  });
});
