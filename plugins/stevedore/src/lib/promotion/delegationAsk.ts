import { DelegationAsk } from '@stevedore/plugin-stevedore-common';

/** @param draft what stands in the form; `until` is local time, as the browser's field has it */
export function delegationAsk(draft: {
  delegate: string;
  until: string;
  reason: string;
}): DelegationAsk {
  const delegate = draft.delegate.trim();
  const at = new Date(draft.until);
  return {
    // a name alone is a person's
    delegate: delegate.includes(':') ? delegate : `user:default/${delegate}`,
    until: Number.isNaN(at.getTime()) ? draft.until : at.toISOString(),
    reason: draft.reason.trim(),
  };
}
