import { systemClock } from '@stevedore/promotion-engine';
import { engineSuite } from '@stevedore/promotion-engine/engine-suite';
import { testDatabases } from '../__testUtils__/testDatabases';
import { DatabaseStore } from './DatabaseStore';

jest.setTimeout(120_000);

const { databases, ids } = testDatabases();
const postgres = ids.filter(id => id.startsWith('POSTGRES'));

for (const id of postgres)
  describe(`the engine on ${id}`, () => {
    engineSuite(async () =>
      DatabaseStore.create({
        database: await databases.init(id),
        clock: systemClock,
      }),
    );
  });

it('ran on a real PostgreSQL wherever CI is set', () => {
  if (process.env.CI === 'true') expect(postgres).toHaveLength(1);
});
