import {
  Artifacts,
  FreightOrigin,
  FreightReference,
  FreightRow,
  FreightStageRow,
  parseDuration,
} from '@stevedore/promotion-engine';
import {
  actorOf,
  Contents,
  createdAt,
  FreightObject,
  Origin,
  Reference,
} from './objects';

const originOf = (origin?: Origin): FreightOrigin => ({
  kind: 'Warehouse',
  name: origin?.name ?? '',
});

/** Fields are the same in both; lists that are empty are left out of Kargo's objects. */
function artifactsOf(contents: Contents): Artifacts {
  const { commits = [], images = [], charts = [], artifacts = [] } = contents;
  return {
    commits,
    images: images.map(image => ({ tag: '', digest: '', ...image })),
    charts,
    artifacts: artifacts as Artifacts['artifacts'],
  };
}

export function referenceOf(reference: Reference): FreightReference {
  const { name, origin } = reference;
  return { name, origin: originOf(origin), ...artifactsOf(reference) };
}

export function freightRowOf(object: FreightObject): FreightRow {
  const { metadata, alias, origin, discoveredAt, status } = object;
  return {
    project: metadata.namespace ?? '',
    name: metadata.name,
    alias: alias ?? '',
    origin: originOf(origin),
    ...artifactsOf(object),
    discoveredAt: isoOf(discoveredAt ?? createdAt(object)),
    createdBy: actorOf(object) ?? 'component:warehouse',
    metadata: status?.metadata ?? {},
    version: 0,
  };
}

/** Where it is, was verified, and was let in by a person (Kargo: currentlyIn, verifiedIn, approvedFor). */
export function freightStageRowsOf(object: FreightObject): FreightStageRow[] {
  const { metadata, status = {} } = object;
  const { currentlyIn = {}, verifiedIn = {}, approvedFor = {} } = status;
  const stages = new Set(
    [currentlyIn, verifiedIn, approvedFor].flatMap(each => Object.keys(each)),
  );
  return [...stages].map(stage => {
    const verified = verifiedIn[stage];
    const isVerified = Object.hasOwn(verifiedIn, stage);
    const approved = approvedFor[stage];
    const isApproved = Object.hasOwn(approvedFor, stage);
    return {
      project: metadata.namespace ?? '',
      freight: metadata.name,
      stage,
      since: optionalIso(currentlyIn[stage]?.since),
      longestSoakMs: parseDuration(verified?.longestSoak ?? ''),
      // it says that it was verified even where it does not say when
      verifiedAt: isVerified
        ? isoOf(verified?.verifiedAt ?? createdAt(object))
        : undefined,
      waived: isApproved
        ? {
            at: isoOf(approved?.approvedAt ?? createdAt(object)),
            actor: 'somebody',
            reason: 'approved in Kargo, which does not keep who and why',
          }
        : undefined,
      version: 0,
    };
  });
}

/** Kubernetes writes seconds only; cursors and orders compare texts. */
export function isoOf(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time)
    ? new Date(0).toISOString()
    : new Date(time).toISOString();
}

export const optionalIso = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : isoOf(text);
