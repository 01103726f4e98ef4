import { systemClock } from '../adapters/system';
import { MemoryStore } from '../testing';
import { engineSuite } from './testing/suite';

describe('the engine on a store in memory', () => {
  engineSuite(async () => new MemoryStore(systemClock));
});
