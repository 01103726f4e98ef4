import { Masker } from '../../ports/runtime';

/** Shorter values would blank out ordinary text. */
const SHORTEST = 4;
const HIDDEN = '******';

/** Hides known secrets as they are, in base64, and as part of a URL (invariant 8). */
export function createValueMasker(): Masker {
  const forms = new Set<string>();
  return {
    add(secret) {
      if (secret.length < SHORTEST) return;
      const base64 = Buffer.from(secret).toString('base64');
      for (const form of [
        secret,
        base64,
        base64.replace(/=+$/, ''),
        encodeURIComponent(secret),
      ])
        forms.add(form);
    },
    mask(text) {
      // longest first, so that no part of a longer secret is left standing
      return [...forms]
        .sort((a, b) => b.length - a.length)
        .reduce((masked, form) => masked.split(form).join(HIDDEN), text);
    },
  };
}
