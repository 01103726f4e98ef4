import { freightId as identify } from '../decide/freightId';
import { Artifacts, FreightOrigin } from '../model/artifacts';
import { suite } from './answer';

export const freightId = suite<{ origin: FreightOrigin } & Partial<Artifacts>>(
  ({ origin, ...given }) =>
    identify(origin, {
      commits: given.commits ?? [],
      // Kargo hashes what is absent as the empty text
      images: (given.images ?? []).map(image => ({
        ...image,
        tag: image.tag ?? '',
        digest: image.digest ?? '',
      })),
      charts: given.charts ?? [],
      artifacts: given.artifacts ?? [],
    }),
);
