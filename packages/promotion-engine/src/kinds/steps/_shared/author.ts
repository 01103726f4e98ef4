import { z } from 'zod';

// Kargo takes what RFC 5322 calls an address, so a display name may stand before it
const ADDRESS = /^\s*(?:[^<>@]*<)?[^\s<>@]+@[^\s<>@]+>?\s*$/;

/** Who a commit is by (Kargo: `author`). */
export const authorSchema = z.strictObject({
  name: z.string().min(1),
  email: z.string().regex(ADDRESS, 'must be an e-mail address'),
  /** ASCII-armoured GPG key. */
  signingKey: z.string().optional(),
});
