import { systemClock } from '@stevedore/promotion-engine';
import { engineSuite } from '@stevedore/promotion-engine/engine-suite';
import { testDatabases } from '../__testUtils__/testDatabases';
import { DatabaseStore } from './DatabaseStore';

jest.setTimeout(120_000);

const { databases, ids } = testDatabases();

describe.each(ids)('the engine on %s', id => {
  engineSuite(async () =>
    DatabaseStore.create({
      database: await databases.init(id),
      clock: systemClock,
    }),
  );
});
