import { systemClock } from '../adapters/system';
import { MemoryStore } from '../testing';
import { engineSuite } from './testing/suite';

// whole promotions through real repositories take their time on a busy machine
jest.setTimeout(120_000);

describe('the engine on a store in memory', () => {
  engineSuite(async () => new MemoryStore(systemClock));
});
