import { expectRebuildToChangeNothing } from '@stevedore/promotion-engine/testing';
import fc from 'fast-check';
import { DatabaseStore } from './DatabaseStore';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(120_000);

const { databases, ids } = testDatabases();

describe.each(ids)(
  'on %s every projection equals its replay (invariant 5)',
  id => {
    it('whatever happened', async () => {
      const store = await DatabaseStore.create({
        database: await databases.init(id),
        clock: { now: () => 0 },
      });
      let project = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.nat(), { maxLength: 40, size: 'max' }),
          async choices => {
            project += 1;
            await expectRebuildToChangeNothing(
              store,
              `shop-${project}`,
              choices,
            );
          },
        ),
        { numRuns: 25 },
      );
    });
  },
);
