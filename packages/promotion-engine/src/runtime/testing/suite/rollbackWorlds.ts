import { HttpClient } from '../../../ports/runtime';
import { EngineWorld, EngineWorldOptions } from '../EngineWorld';
import { ada } from './people';
import { OpenStore, worldsOn } from './worldsOn';

export const into = { project: 'web', stage: 'staging', actor: ada };

/** Worlds in which dev and staging promote themselves, and staging is verified; the check fails for what `bad` names. */
export function rollbackWorlds(open: OpenStore) {
  const begin = worldsOn(open);
  const bad: string[] = [];
  beforeEach(() => {
    bad.splice(0);
  });
  const http: HttpClient = {
    send: async ({ url }) => ({
      status: 200,
      headers: {},
      body: `{"ok": ${!bad.some(version => url.endsWith(version))}}`,
    }),
  };
  const start = (options: Partial<EngineWorldOptions> = {}) =>
    begin({
      stages: ['dev', 'staging'],
      auto: ['dev', 'staging'],
      verified: ['staging'],
      time: false,
      http,
      ...options,
    });
  return { bad, start };
}

export const stageOf = async (world: EngineWorld, name: string) =>
  (await world.store.stage('web', name))!;

/** The version that stands in the file of a stage. */
export const tag = (world: EngineWorld, stage: string) =>
  /tag: "?([\d.]+)/.exec(world.file(`${stage}/values.yaml`))?.[1];

export const told = async (world: EngineWorld, verb: string) =>
  (await world.store.history('web', { limit: 200 })).items.filter(
    entry => entry.verb === verb,
  );
