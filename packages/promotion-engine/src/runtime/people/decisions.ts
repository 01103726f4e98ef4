import { voiceOf } from '../../decide/approvals/delegations';
import {
  Decider,
  mayBreakGlass,
  rejectionQuarantines,
} from '../../decide/approvals/mayDecide';
import { whyNotWithdraw } from '../../decide/approvals/whyNotWithdraw';
import { NewEntry } from '../../model/ledger';
import { PromotionRow } from '../../model/rows';
import { commitAct, entryOf, expectPromotion } from '../commit';
import { EngineContext } from '../context';
import { PromotionDecision, RequestError } from '../engine';
import { quarantining } from '../quarantineFreight';
import { requireReason } from '../requireReason';
import { delegationsTo } from './delegationsTo';
import { approvalFacts, promotionOf, requireWaiting } from './judge';

type Batch = Parameters<typeof commitAct>[2];

/** Approves what would be written, in one's own name or in that of who delegated it. @throws RequestError */
export async function approve(
  engine: EngineContext,
  input: PromotionDecision,
): Promise<PromotionRow> {
  const { promotion, voice } = await requireDecision(engine, input);
  const entry = entryOf(engine, {
    verb: 'approval.given',
    ...stampOf(input),
    data: { promotion: promotion.name, digest: input.digest, ...saying(voice) },
  });
  return done(engine, promotion, { entries: [entry], expect: [] });
}

/** Ends the request; where the policy says so, the freight is quarantined in the same breath. @throws RequestError */
export async function reject(
  engine: EngineContext,
  input: PromotionDecision,
): Promise<PromotionRow> {
  const { promotion, voice, quarantines } = await requireDecision(
    engine,
    input,
  );
  const entry = entryOf(engine, {
    verb: 'approval.rejected',
    ...stampOf(input),
    data: { promotion: promotion.name, digest: input.digest, ...saying(voice) },
  });
  const { project, freight } = promotion;
  const also = quarantines
    ? await quarantining(engine, {
        project,
        freight: freight.name,
        actor: input.actor,
        reason: requireReason(input.reason, 'reject and quarantine'),
        but: promotion.name,
      })
    : { entries: [] as NewEntry[], expect: [] };
  return done(engine, promotion, {
    entries: [entry, ...also.entries],
    expect: also.expect,
  });
}

/** Takes one's own approval back, until the promotion runs. @throws RequestError */
export async function withdraw(
  engine: EngineContext,
  input: Omit<PromotionDecision, 'digest'>,
): Promise<PromotionRow> {
  const promotion = await promotionOf(engine, input);
  const approvals = await engine.store.approvals(input.project, [
    promotion.name,
  ]);
  const why = whyNotWithdraw(promotion, approvals, input.actor.ref);
  if (why) throw new RequestError('conflict', why);
  const entry = entryOf(engine, {
    verb: 'approval.withdrawn',
    ...stampOf(input),
    data: { promotion: promotion.name },
  });
  return done(engine, promotion, { entries: [entry], expect: [] });
}

/** Passes the rules that let this person do so in an emergency; a second person has to agree where they say so. */
export async function breakGlass(
  engine: EngineContext,
  input: PromotionDecision,
): Promise<PromotionRow> {
  const promotion = await promotionOf(engine, input);
  const facts = await approvalFacts(engine, promotion);
  const { ref, ownership } = input.actor;
  const why = mayBreakGlass(facts, { actor: ref, ownership });
  if (why) throw new RequestError('refused', why);
  requireWaiting(promotion, input.digest);
  const reason = requireReason(input.reason, 'break the glass');
  const entry = entryOf(engine, {
    verb: 'approval.brokeGlass',
    ...stampOf({ ...input, reason }),
    data: { promotion: promotion.name, digest: input.digest, ownership },
  });
  return done(engine, promotion, { entries: [entry], expect: [] });
}

/** @throws RequestError when this decision of this person does not count (invariant 4) */
async function requireDecision(
  engine: EngineContext,
  input: PromotionDecision,
): Promise<{ promotion: PromotionRow; voice: Decider; quarantines: boolean }> {
  const promotion = await promotionOf(engine, input);
  const facts = await approvalFacts(engine, promotion);
  const { ref: actor, ownership } = input.actor;
  const delegations = await delegationsTo(engine, actor, facts.now);
  const person = { actor, ownership, delegations };
  const voice = voiceOf(facts, person, input.onBehalfOf);
  if ('whyNot' in voice) throw new RequestError('refused', voice.whyNot);
  requireWaiting(promotion, input.digest);
  if (facts.rules.some(rule => rule.reasonRequired) && !input.reason?.trim())
    throw new RequestError('invalid', 'the policy asks for a reason');
  const quarantines = rejectionQuarantines(facts, voice);
  return { promotion, voice, quarantines };
}

const saying = ({ ownership, onBehalfOf }: Decider) => ({
  ownership,
  ...(onBehalfOf && { onBehalfOf }),
});

const stampOf = ({
  actor,
  promotion,
  reason,
}: Omit<PromotionDecision, 'digest'>) => ({
  actor: actor.ref,
  subject: `promotion:${promotion}`,
  reason,
});

async function done(
  engine: EngineContext,
  promotion: PromotionRow,
  { entries, expect }: Batch,
): Promise<PromotionRow> {
  const { project, name } = promotion;
  await commitAct(engine, project, {
    entries,
    expect: [expectPromotion(promotion), ...expect],
  });
  await engine.queue.enqueue({ kind: 'promotion', project, name });
  return (await engine.store.promotion(project, name))!;
}
