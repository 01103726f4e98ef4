import { StageRow } from '../model/rows';
import { isVerificationTerminal, Verification } from '../model/verification';

/** Why what a stage holds cannot be verified again now; undefined: it can (Kargo: reverify). */
export function whyNotVerifyAgain(
  stage: string,
  row: StageRow | undefined,
): string | undefined {
  const verification = repeatable(stage, row);
  if (typeof verification === 'string') return verification;
  return isVerificationTerminal(verification.phase)
    ? undefined
    : `${stage} is being verified; wait for it, or stop it first`;
}

/** Why no verification of a stage can be stopped now; undefined: one can (Kargo: abort). */
export function whyNotStopVerification(
  stage: string,
  row: StageRow | undefined,
): string | undefined {
  const verification = repeatable(stage, row);
  if (typeof verification === 'string') return verification;
  return isVerificationTerminal(verification.phase)
    ? `the verification of ${stage} is over: ${verification.phase}`
    : undefined;
}

/** The verification of what is there, when it has checks; otherwise why there is none. */
function repeatable(
  stage: string,
  row: StageRow | undefined,
): Verification | string {
  const verification = row?.verification;
  if (!verification || verification.collection !== row.history[0]?.id)
    return `nothing that ${stage} holds was verified yet`;
  return verification.id === ''
    ? `${stage} has no checks to repeat`
    : verification;
}
