import { RequestError } from './engine';

/** What overrides a rule stays with its reason. @returns it without blanks around it */
export function requireReason(
  reason: string | undefined,
  what: string,
): string {
  const said = reason?.trim();
  if (said) return said;
  throw new RequestError('invalid', `say why: to ${what} needs a reason`);
}
