import { Clock } from '../../ports/runtime';

export const systemClock: Clock = { now: () => Date.now() };
