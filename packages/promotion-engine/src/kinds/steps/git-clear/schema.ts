import { z } from 'zod';
import { text } from '../_shared/fields';

/** Kargo: `git-clear`. */
export const gitClearSchema = z.strictObject({ path: text });

export type GitClearConfig = z.infer<typeof gitClearSchema>;
