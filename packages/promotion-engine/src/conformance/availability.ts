import {
  Availability,
  isAvailable,
  StageFacts,
} from '../decide/freightAvailability';
import { parseDuration } from '../manifests/duration';
import { FreightOrigin } from '../model/artifacts';
import { FreightRequest } from '../model/definition';
import { suite } from './answer';

interface KargoFreight {
  metadata: { name: string; namespace?: string };
  origin: FreightOrigin;
  status?: {
    currentlyIn?: Record<string, { since?: string }>;
    verifiedIn?: Record<string, { longestSoak?: string }>;
    approvedFor?: Record<string, unknown>;
  };
}

interface Input {
  stage: {
    metadata: { name: string; namespace?: string };
    spec: {
      requestedFreight?: {
        origin: FreightOrigin;
        sources: {
          direct?: boolean;
          stages?: string[];
          requiredSoakTime?: string;
          availabilityStrategy?: string;
        };
      }[];
    };
  };
  freight: KargoFreight;
  now: string;
}

function stageFacts({ status = {} }: KargoFreight): Record<string, StageFacts> {
  const { currentlyIn = {}, verifiedIn = {} } = status;
  const names = [
    ...new Set([...Object.keys(currentlyIn), ...Object.keys(verifiedIn)]),
  ];
  return Object.fromEntries(
    names.map(name => {
      const since = currentlyIn[name]?.since;
      const longest = verifiedIn[name]?.longestSoak;
      const facts: StageFacts = {
        verified: name in verifiedIn,
        sinceMs: since ? Date.parse(since) : undefined,
        longestSoakMs: longest ? parseDuration(longest) : undefined,
      };
      return [name, facts];
    }),
  );
}

function requests(stage: Input['stage']): FreightRequest[] {
  return (stage.spec.requestedFreight ?? []).map(({ origin, sources }) => ({
    origin,
    sources: {
      direct: sources.direct ?? false,
      stages: sources.stages ?? [],
      requiredSoakMs: parseDuration(sources.requiredSoakTime ?? '0') ?? 0,
      availabilityStrategy:
        sources.availabilityStrategy === 'All' ? 'All' : 'OneOf',
      selectionPolicy: 'NewestFreight',
    },
  }));
}

/** Kargo's own walk over requests of one origin; admission allows only one each. */
function firstDecisive(
  stageRequests: FreightRequest[],
  ask: (request: FreightRequest) => Availability,
): boolean {
  for (const request of stageRequests) {
    if (ask(request).available) return true;
    if (
      request.sources.availabilityStrategy === 'All' &&
      !request.sources.direct
    )
      return false;
  }
  return false;
}

export const availability = suite<Input>(({ stage, freight, now }) => {
  if (stage.metadata.namespace !== freight.metadata.namespace)
    return { available: false };
  const facts = {
    approvedForStage:
      stage.metadata.name in (freight.status?.approvedFor ?? {}),
    stages: stageFacts(freight),
  };
  const matching = requests(stage).filter(
    ({ origin }) =>
      origin.kind === freight.origin.kind &&
      origin.name === freight.origin.name,
  );
  const available = firstDecisive(matching, request =>
    isAvailable(
      {
        request,
        stageName: stage.metadata.name,
        freight: { name: freight.metadata.name, origin: freight.origin },
        facts,
      },
      Date.parse(now),
    ),
  );
  return { available };
});
