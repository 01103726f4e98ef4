import { MemoryStore } from './MemoryStore';
import { storeContract } from './storeContract';

storeContract('MemoryStore', async clock => new MemoryStore(clock));
