import {
  FreightReference,
  isTerminal,
  PromotionPhase,
  PromotionRow,
  StepRow,
  StepStatus,
  StepTemplate,
} from '@stevedore/promotion-engine';
import { isoOf, optionalIso, referenceOf } from './freightRowOf';
import {
  actorOf,
  Collection,
  createdAt,
  KargoAnnotation,
  PromotionObject,
  StepObject,
} from './objects';

/** Kargo's controllers name themselves so; whoever else asks is a person (kargo.md 4.5). */
const CONTROLLER = 'controller:';
/** Where Kargo does not keep who it was. */
const SOMEBODY = 'somebody';

/**
 * @param freight as the cluster has it now, for a promotion that Kargo has not looked at yet
 * @returns undefined for what says neither stage nor freight
 */
export function promotionRowOf(
  object: PromotionObject,
  freight: (name: string) => FreightReference | undefined,
): PromotionRow | undefined {
  const { metadata, spec = {}, status = {} } = object;
  const { stage, freight: name = status.freight?.name } = spec;
  if (!stage || !name) return undefined;
  const actor = actorOf(object) ?? SOMEBODY;
  const phase = phaseOf(status.phase);
  const steps = (spec.steps ?? []).map(stepOf);
  return {
    project: metadata.namespace ?? '',
    name: metadata.name,
    stage,
    freight: freightOf(object, name) ?? freight(name) ?? unknownFreight(name),
    collection: collectionOf(status.freightCollection),
    steps,
    vars: (spec.vars ?? []).map(({ name: key, value = '' }) => ({
      name: key,
      value,
    })),
    pins: { now: isoOf(createdAt(object)), seed: '', inputs: {} },
    automatic: actor.startsWith(CONTROLLER),
    approvals: [],
    effects: [],
    requester: actor,
    requestedAt: isoOf(createdAt(object)),
    phase,
    message: status.message || undefined,
    startedAt: optionalIso(status.startedAt),
    finishedAt: optionalIso(status.finishedAt),
    currentStep: isTerminal(phase) ? steps.length : status.currentStep ?? 0,
    abortRequested: isTerminal(phase) ? undefined : abortOf(object),
    version: 0,
  };
}

/** What is not known yet counts as not begun. */
function phaseOf(phase = ''): PromotionPhase {
  return Object.hasOwn(PromotionPhase, phase)
    ? (phase as PromotionPhase)
    : PromotionPhase.Pending;
}

function freightOf(
  { status }: PromotionObject,
  name: string,
): FreightReference | undefined {
  const { freight } = status ?? {};
  return freight?.name === name && freight.origin
    ? referenceOf(freight)
    : undefined;
}

const unknownFreight = (name: string): FreightReference =>
  referenceOf({ name });

export function collectionOf(
  collection: Collection | undefined,
): PromotionRow['collection'] {
  const { id = '', items = {} } = collection ?? {};
  return {
    id,
    items: Object.fromEntries(
      Object.entries(items).map(([key, item]) => [key, referenceOf(item)]),
    ),
  };
}

/** Kargo gives each step without an alias one by its position, counted from 1. */
function stepOf(step: StepObject, index: number): StepTemplate {
  return {
    uses: step.uses ?? '',
    as: step.as || `step-${index + 1}`,
    if: step.if,
    continueOnError: step.continueOnError ?? false,
    retry: {},
    vars: [],
    config: step.config ?? {},
  };
}

/** `terminate`, or JSON that says who (kargo.md 1.3). */
function abortOf({
  metadata,
}: PromotionObject): PromotionRow['abortRequested'] {
  const asked = metadata.annotations?.[KargoAnnotation.abort];
  if (!asked) return undefined;
  try {
    const { actor } = JSON.parse(asked) as { actor?: string };
    return { actor: actor || SOMEBODY };
  } catch {
    return { actor: SOMEBODY };
  }
}

/** Steps that have begun, with their output. */
export function stepRowsOf({
  metadata,
  spec = {},
  status = {},
}: PromotionObject): StepRow[] {
  const { stepExecutionMetadata: begun = [], state = {} } = status;
  return begun.map((step, index): StepRow => {
    const { as, uses } = stepOf(spec.steps?.[index] ?? {}, index);
    const alias = step.alias || as;
    const errors = step.errorCount ?? 0;
    const ended = step.finishedAt !== undefined;
    return {
      project: metadata.namespace ?? '',
      promotion: metadata.name,
      index,
      alias,
      uses,
      status: statusOf(step.status),
      attempt: ended ? Math.max(1, errors) : errors + 1,
      errorCount: errors,
      startedAt: optionalIso(step.startedAt),
      finishedAt: optionalIso(step.finishedAt),
      message: step.message || undefined,
      output: outputOf(state[alias]),
      version: 0,
    };
  });
}

const statusOf = (status = ''): StepStatus =>
  Object.hasOwn(StepStatus, status)
    ? (status as StepStatus)
    : StepStatus.Running;

const outputOf = (output: unknown): Record<string, unknown> | undefined =>
  output && typeof output === 'object' && !Array.isArray(output)
    ? (output as Record<string, unknown>)
    : undefined;
