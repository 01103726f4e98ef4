import {
  Actor,
  ApprovalRow,
  DecidingPerson,
  delegationsTo,
  Decider,
  factsOf,
  PromotionRow,
  voiceOf,
} from '@stevedore/promotion-engine';
import { ServiceDeps } from '../ServiceDeps';

/** A person with what was delegated to him; looked up once for whatever he may decide. */
export async function deciding(
  { store, policies, clock }: Pick<ServiceDeps, 'clock' | 'policies' | 'store'>,
  { ref: actor, ownership }: Actor,
): Promise<DecidingPerson> {
  const host = { store, policies };
  const delegations = await delegationsTo(host, actor, clock.now());
  return { actor, ownership, delegations };
}

/** In whose name the person would decide about a promotion, or why nothing of it would count. */
export function voiceAbout(
  row: PromotionRow,
  person: DecidingPerson,
  {
    onBehalfOf,
    ...known
  }: {
    approvals: ApprovalRow[];
    owners: string[];
    now: number;
    onBehalfOf?: string;
  },
): Decider | { whyNot: string } {
  return voiceOf(factsOf(row, known), person, onBehalfOf);
}

/** @returns the sentence that says why this person's decision would not count; undefined when it would. */
export function whyMayNotDecide(
  ...about: Parameters<typeof voiceAbout>
): string | undefined {
  const voice = voiceAbout(...about);
  return 'whyNot' in voice ? voice.whyNot : undefined;
}
