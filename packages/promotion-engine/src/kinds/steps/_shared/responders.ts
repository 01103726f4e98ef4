import { z } from 'zod';
import { responderFault } from '../../../decide/stepAnswers';
import { StepOutcome, failed } from '../../../model/outcome';
import { Responder } from '../../../model/stepAsk';
import { text } from './fields';

/** Who may answer: a claim with its value, or a role (Kargo: approvers, responders). */
export const responderFields = {
  claim: text.optional(),
  value: text.optional(),
  role: text.optional(),
};

type Fields = { claim?: string; value?: string; role?: string };

/** Exactly one of the two ways to name somebody. */
export const namesSomebody = ({ claim, value, role }: Fields): boolean =>
  role === undefined
    ? claim !== undefined && value !== undefined
    : claim === undefined && value === undefined;

export const NAMES_SOMEBODY =
  'must have either claim and value, or role, and not both';

export const responders = z.array(
  z.strictObject(responderFields).refine(namesSomebody, NAMES_SOMEBODY),
);

/** A rule that can name nobody would wait for ever. */
export function respondersFault(rules: Responder[]): StepOutcome | undefined {
  const fault = rules.map(responderFault).find(Boolean);
  return fault === undefined ? undefined : failed(fault);
}
