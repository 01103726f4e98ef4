import { secretForms } from '../../model/secretForms';
import { Masker } from '../../ports/runtime';

const HIDDEN = '******';

/** Hides known secrets in every form that `secretForms` knows (invariant 8). */
export function createValueMasker(): Masker {
  const forms = new Set<string>();
  let longestFirst: string[] = [];
  return {
    add(secret) {
      const before = forms.size;
      for (const form of secretForms(secret)) forms.add(form);
      // so that no part of a longer secret is left standing
      if (forms.size > before)
        longestFirst = [...forms].sort((a, b) => b.length - a.length);
    },
    mask: text =>
      longestFirst.reduce(
        (masked, form) =>
          masked.includes(form) ? masked.split(form).join(HIDDEN) : masked,
        text,
      ),
  };
}
