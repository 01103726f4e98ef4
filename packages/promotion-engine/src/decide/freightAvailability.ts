import { FreightRequest, FreightSources } from '../model/definition';
import { FreightOrigin, originKey } from '../model/artifacts';
import { formatDuration } from '../model/duration';

/** What one stage has to say about a freight. */
export interface StageFacts {
  verified: boolean;
  /** Milliseconds since the epoch: it holds the freight since then, without a break. */
  sinceMs?: number;
  /** The longest it ever held the freight, once it had left. */
  longestSoakMs?: number;
}

export interface AvailabilityQuestion {
  request: FreightRequest;
  /** The stage that the freight is to enter. */
  stageName: string;
  freight: { name: string; origin: FreightOrigin };
  facts: {
    /** A person let it past verification and soak (Kargo: approvedFor). */
    approvedForStage: boolean;
    stages: Record<string, StageFacts>;
  };
}

export interface Availability {
  available: boolean;
  /** One sentence. */
  reason: string;
  /** Milliseconds until it becomes available by itself; only when nothing but time is missing. */
  soakRemainingMs?: number;
  /** Upstream stages in which it is neither verified nor long enough. */
  missing: string[];
}

interface UpstreamState {
  stage: string;
  verified: boolean;
  /** Infinity: not by itself. */
  remainingMs: number;
}

function upstreamState(
  stage: string,
  question: AvailabilityQuestion,
  nowMs: number,
): UpstreamState {
  const facts = Object.hasOwn(question.facts.stages, stage)
    ? question.facts.stages[stage]
    : undefined;
  if (!facts?.verified)
    return { stage, verified: false, remainingMs: Infinity };
  const required = question.request.sources.requiredSoakMs;
  const current = facts.sinceMs === undefined ? 0 : nowMs - facts.sinceMs;
  const soaked = Math.max(0, facts.longestSoakMs ?? 0, current);
  if (soaked >= required) return { stage, verified: true, remainingMs: 0 };
  // only a freight that is still there goes on soaking
  const remainingMs =
    facts.sinceMs === undefined ? Infinity : required - current;
  return { stage, verified: true, remainingMs };
}

const list = (stages: string[], word: 'and' | 'or'): string =>
  stages.length < 2
    ? stages.join('')
    : `${stages.slice(0, -1).join(', ')} ${word} ${stages[stages.length - 1]}`;

function unmet(sources: FreightSources, states: UpstreamState[]): Availability {
  const all = sources.availabilityStrategy === 'All';
  const open = states.filter(state => state.remainingMs > 0);
  const missing = open.map(state => state.stage);
  if (missing.length === 0) {
    return {
      available: false,
      missing,
      reason:
        'No upstream stage is named, so only a waiver can let this freight in.',
    };
  }
  const times = open.map(state => state.remainingMs);
  const remaining = all ? Math.max(...times) : Math.min(...times);
  const unverified = open
    .filter(state => !state.verified)
    .map(state => state.stage);
  if (Number.isFinite(remaining)) {
    const where = open
      .filter(state => Number.isFinite(state.remainingMs))
      .map(state => state.stage);
    const reason = `Freight has to soak ${formatDuration(
      remaining,
    )} longer in ${list(where, all ? 'and' : 'or')}.`;
    return { available: false, missing, soakRemainingMs: remaining, reason };
  }
  if (unverified.length > 0) {
    return {
      available: false,
      missing,
      reason: `Freight is not verified in ${list(
        unverified,
        all ? 'and' : 'or',
      )}.`,
    };
  }
  const needed = formatDuration(sources.requiredSoakMs);
  return {
    available: false,
    missing,
    reason: `Freight left ${list(
      missing,
      all ? 'and' : 'or',
    )} before it had soaked there for ${needed}; promote it there again, or waive the soak.`,
  };
}

/**
 * Whether freight may enter a stage by one of its requests: the rule that Kargo applies when it promotes
 * (Stage.IsFreightAvailable). Its listing differs in places; see the compatibility page.
 */
export function isAvailable(
  question: AvailabilityQuestion,
  nowMs: number,
): Availability {
  const { request, freight, facts, stageName } = question;
  const { sources } = request;
  if (originKey(request.origin) !== originKey(freight.origin)) {
    return {
      available: false,
      missing: [],
      reason: `Stage ${stageName} does not request freight of ${originKey(
        freight.origin,
      )}.`,
    };
  }
  if (facts.approvedForStage)
    return {
      available: true,
      missing: [],
      reason: `A waiver lets this freight into ${stageName}.`,
    };
  if (sources.direct)
    return {
      available: true,
      missing: [],
      reason: `Stage ${stageName} takes freight directly from ${request.origin.name}.`,
    };
  const states = sources.stages.map(stage =>
    upstreamState(stage, question, nowMs),
  );
  const done = states.filter(state => state.remainingMs === 0);
  const all = sources.availabilityStrategy === 'All';
  if (all ? done.length < states.length : done.length === 0)
    return unmet(sources, states);
  const soaked =
    sources.requiredSoakMs > 0
      ? ` and soaked for ${formatDuration(sources.requiredSoakMs)}`
      : '';
  const where = done.map(state => state.stage);
  const reason =
    where.length > 0
      ? `Freight is verified${soaked} in ${list(where, 'and')}.`
      : 'No upstream stage is required.';
  return { available: true, missing: [], reason };
}
