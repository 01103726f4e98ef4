import {
  Availability,
  isAvailable,
  StageFacts,
} from '../decide/freightAvailability';
import { parseDuration } from '../manifests/duration';
import { FreightRequest } from '../model/definition';
import { suite } from './answer';
import { KargoFreight, KargoStage, requestsOf } from './kargoObjects';

interface Input {
  stage: KargoStage;
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
  const matching = requestsOf(stage).filter(
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
