import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import knexFactory from 'knex';
import { join } from 'node:path';
import { ExtraKinds } from '../../adapters/ExtraKinds';
import { DefinitionSources } from '../../adapters/DefinitionSources';
import { createHost, HostDeps } from '../../createHost';
import { HostSettings, KillAt } from './settings';

// A process for tests: the whole plugin on a real database, without a portal around it.

const settings: HostSettings = JSON.parse(process.argv[2]);
const killAt: KillAt | undefined = JSON.parse(process.argv[3]);

function component(): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'web',
      annotations: {
        'backstage.io/managed-by-location': `file:${settings.directory}/catalog-info.yaml`,
        'stevedore.dev/pipeline': './pipeline.yaml',
      },
    },
    spec: { type: 'service', owner: 'group:default/web' },
  };
}

function config(): ConfigReader {
  const { git, registry, repository, directory } = settings;
  const { host, url: baseUrl, username, password } = git;
  return new ConfigReader({
    integrations: { gitea: [{ host, baseUrl, username, password }] },
    stevedore: {
      workDirectory: join(directory, 'work'),
      definitions: { intervalSeconds: 3600 },
      grants: [{ repository, access: ['read', 'write'] }],
      registries: [{ host: registry, access: 'public', insecure: true }],
    },
  });
}

function isMeant(promotion: string): boolean {
  const { stage, after = '' } = killAt!;
  return promotion.startsWith(`${stage}.`) && promotion > after;
}

const say = (...words: unknown[]) => {
  process.stderr.write(
    `${words.map(word => JSON.stringify(word)).join(' ')}\n`,
  );
};

/** What the portal gives, as far as the plugin asks for it without anybody at the page. */
function portal(): Omit<HostDeps, 'config' | 'database' | 'extra'> {
  const entity = component();
  const answers = {
    auth: { getOwnServiceCredentials: async () => ({}) },
    catalog: {
      queryEntities: async () => ({ items: [entity], pageInfo: {} }),
      getEntityByRef: async () => entity,
    },
    logger: { debug() {}, info() {}, warn: say, error: say },
    signals: { publish: async () => {} },
  };
  return answers as unknown as HostDeps;
}

async function main(): Promise<void> {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: join(settings.directory, 'stevedore.sqlite') },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  const extra = new ExtraKinds();
  let passed = 0;
  extra.setFaults({
    async at(point, { promotion }) {
      if (point !== killAt?.point || !isMeant(String(promotion))) return;
      passed += 1;
      if (passed === killAt.time) process.kill(-process.pid, 'SIGKILL');
    },
  });
  const host = await createHost({
    ...portal(),
    config: config(),
    database: { getClient: async () => knex },
    extra,
    sources: new DefinitionSources(),
  });
  await host.start();
}

// whoever started it is gone, and the group goes too
process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
