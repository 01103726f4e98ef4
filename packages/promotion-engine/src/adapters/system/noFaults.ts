import { Faults } from '../../ports/runtime';

/** What production runs with. */
export const noFaults: Faults = { at: async () => undefined };
