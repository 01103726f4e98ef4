import { ImageSubscription } from '../../../model/definition';
import { parseInstant } from '../../../model/instant';
import { ImageMetadata } from '../../../ports/registry';
import { descending } from '../_shared/descending';
import { compileTagFilter } from '../_shared/tagFilter';
import { compileVersionOrder } from '../_shared/versions';
import { compilePlatform } from './platform';

/** How one subscription chooses among the tags of its repository. */
export interface TagSelector {
  /** Tags worth a look, best first; in any order when `byAge`. */
  candidates(tags: readonly string[]): string[];
  accepts(image: ImageMetadata): boolean;
  /** The order needs the age of every candidate, so all of them must be described. */
  byAge: boolean;
  /** The one tag to look at; no list of tags is needed. */
  onlyTag?: string;
  /** How many to keep. */
  limit: number;
}

function semverCandidates(
  subscription: ImageSubscription,
): TagSelector['candidates'] {
  const { constraint, strictSemvers: strict } = subscription;
  const order = compileVersionOrder({ constraint, strict });
  const filter = compileTagFilter(subscription);
  return tags => order(tags.filter(filter), tag => tag);
}

function lexicalCandidates(
  subscription: ImageSubscription,
): TagSelector['candidates'] {
  const filter = compileTagFilter(subscription);
  return tags => tags.filter(filter).sort(descending);
}

/** Newest first; equal age: the greater tag first. What has no age comes last. */
export function compareAge(a: ImageMetadata, b: ImageMetadata): number {
  const [left, right] = [a, b].map(image =>
    image.createdAt ? parseInstant(image.createdAt) : undefined,
  );
  if (left === right) return descending(a.tag, b.tag);
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left > right ? -1 : 1;
}

/**
 * Reads a subscription's rules (Kargo: image.NewSelector).
 * @throws Error whose message quotes the range, expression or platform that cannot be read.
 */
export function createTagSelector(
  subscription: ImageSubscription,
): TagSelector {
  const {
    imageSelectionStrategy: strategy,
    constraint = '',
    platform,
    discoveryLimit: limit,
  } = subscription;
  const fits = platform ? compilePlatform(platform) : undefined;
  const base = {
    accepts: (image: ImageMetadata) => fits?.(image.platforms ?? []) ?? true,
    byAge: false,
    limit,
  };
  switch (strategy) {
    case 'SemVer':
      return { ...base, candidates: semverCandidates(subscription) };
    case 'Lexical':
      return { ...base, candidates: lexicalCandidates(subscription) };
    case 'NewestBuild':
      return {
        ...base,
        byAge: true,
        candidates: lexicalCandidates(subscription),
      };
    case 'Digest':
      return {
        ...base,
        onlyTag: constraint,
        limit: 1,
        candidates: tags => tags.filter(tag => tag === constraint),
      };
    default:
      throw new Error(
        `The image selection strategy "${
          strategy satisfies never
        }" is unknown; use SemVer, Lexical, Digest or NewestBuild.`,
      );
  }
}
