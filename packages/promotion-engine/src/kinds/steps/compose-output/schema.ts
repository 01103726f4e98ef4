import { z } from 'zod';

/** Kargo: `compose-output`; every key becomes an output. */
export const composeOutputSchema = z.record(z.string(), z.unknown());

export type ComposeOutputConfig = z.infer<typeof composeOutputSchema>;
