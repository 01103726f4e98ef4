import { systemClock } from '@stevedore/promotion-engine';
import { engineSuite } from '@stevedore/promotion-engine/engine-suite';
import { testDatabases } from '../__testUtils__/testDatabases';
import { DatabaseStore } from './DatabaseStore';

jest.setTimeout(120_000);

const { databases } = testDatabases();

describe('the engine on SQLITE_3', () => {
  engineSuite(async () =>
    DatabaseStore.create({
      database: await databases.init('SQLITE_3'),
      clock: systemClock,
    }),
  );
});
