import { mockServices } from '@backstage/backend-test-utils';
import {
  builtInKinds,
  createRegistry,
  Definitions,
  readManifests,
  readOptionsOf,
  Store,
  systemClock,
} from '@stevedore/promotion-engine';
import { EngineWorld } from '@stevedore/promotion-engine/engine-suite';
import { MemoryStore } from '@stevedore/promotion-engine/testing';
import { callerNamed } from './__testUtils__/world';
import { createServices } from './createServices';

jest.setTimeout(120_000);

const registry = createRegistry(builtInKinds());

function definitionsIn(store: Store): Definitions {
  return {
    load: async name => {
      const row = await store.project(name);
      const project =
        row && readManifests(row.files, readOptionsOf(registry)).project;
      return project && { project, entityRef: row.entityRef };
    },
  };
}

it('a verification that fails in staging puts the last verified freight back by a real commit, and the page says why', async () => {
  const world = await EngineWorld.start(new MemoryStore(systemClock), {
    stages: ['dev', 'staging', 'prod'],
    auto: ['dev', 'staging'],
    verified: ['staging'],
    rollback: { staging: '{}' },
    time: false,
    http: {
      send: async ({ url }) => ({
        status: 200,
        headers: {},
        body: `{"ok": ${!url.endsWith('1.1.0')}}`,
      }),
    },
  });
  try {
    const { service } = createServices({
      engine: world.engine,
      gatekeeping: world.gatekeeping,
      rolloutActs: { read: async () => [], act: async () => undefined },
      store: world.store,
      registry,
      definitions: definitionsIn(world.store),
      policies: {
        approvals: async (_, stage) => stage.approvals,
        rules: async () => ({ steps: [], windows: [] }),
        concerns: async (_, scopes) => scopes.map(() => false),
        standsFor: async () => undefined,
        usersByEmail: async () => ({}),
      },
      clock: systemClock,
      permissions: mockServices.permissions(),
      httpAuth: mockServices.httpAuth(),
      userInfo: mockServices.userInfo(),
      auditor: mockServices.auditor.mock({
        createEvent: async () => ({
          success: async () => undefined,
          fail: async () => undefined,
        }),
      }),
      catalogOwners: async () => [],
      logger: mockServices.logger.mock(),
    });
    const staging = async () => {
      const pipeline = await service.getPipeline(
        { kind: 'component', namespace: 'default', name: 'web' },
        callerNamed('ada'),
      );
      return pipeline.stages[1];
    };
    await world.release('1.0.0');
    expect((await staging()).rollbacks).toMatchObject([
      { whyNot: expect.stringContaining('nothing to go back to') },
    ]);
    await world.release('1.1.0');

    const { here, holds, rollback, health, last } = await staging();
    expect(world.file('staging/values.yaml')).toContain('"1.0.0"');
    expect(world.commitsOf(last!.name)).toHaveLength(1);
    expect(here[0].versions[0].version).toBe('1.0.0');
    expect(health).toBe('healthy');
    expect(rollback).toMatchObject({ promotion: last!.name });
    expect(rollback?.sentence).toMatch(
      /^went back to 1\.0\.0: the verification of 1\.1\.0 failed: .*; good again after \d+s$/,
    );
    expect(holds).toMatchObject([
      {
        origin: 'Warehouse/web',
        promotion: last!.name,
        reason: expect.stringContaining('the verification of 1.1.0 failed'),
      },
    ]);

    // what goes on elsewhere does not bring it back
    await world.release('1.2.0');
    expect((await staging()).here[0].versions[0].version).toBe('1.0.0');

    await service.resumeStage(
      { project: 'web', stage: 'staging', origin: 'Warehouse/web' },
      callerNamed('ada'),
    );
    await world.queue.settle();
    const after = await staging();
    expect(after.here[0].versions[0].version).toBe('1.2.0');
    expect([after.holds, after.rollback]).toEqual([[], undefined]);
    expect(after.rollbacks).toMatchObject([
      { to: { versions: [{ version: '1.0.0' }] } },
    ]);
  } finally {
    await world.close();
  }
});
