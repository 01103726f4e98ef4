import { Masker } from '../../ports/runtime';

/** Shorter values would blank out ordinary text. */
const SHORTEST = 4;
const HIDDEN = '******';

/** Hides known secrets as they are, in base64, in JSON, and as part of a URL or a form (invariant 8). */
export function createValueMasker(): Masker {
  const forms = new Set<string>();
  return {
    add(secret) {
      if (secret.length < SHORTEST) return;
      const bytes = Buffer.from(secret);
      for (const form of [
        secret,
        bytes.toString('base64'),
        bytes.toString('base64').replace(/=+$/, ''),
        bytes.toString('base64url'),
        // half of a surrogate pair has no form in a URL
        encodeURIComponent(bytes.toString('utf8')),
        new URLSearchParams({ '': secret }).toString().slice(1),
        JSON.stringify(secret).slice(1, -1),
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
