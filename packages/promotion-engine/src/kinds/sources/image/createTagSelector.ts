import { ImageSubscription } from '../../../model/definition';
import { parseInstant } from '../../../model/instant';
import { compileRegex } from '../../../model/patterns';
import {
  compareDescending,
  parseConstraint,
  parseVersion,
  satisfies,
} from '../../../model/semver';
import { compareBytes } from '../../../model/text';
import { ImageMetadata } from '../../../ports/registry';
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

type TagFilter = (tag: string) => boolean;

function tagFilter(subscription: ImageSubscription): TagFilter {
  const ignored = subscription.ignoreTagsRegexes.map(compileRegex);
  const allowed = subscription.allowTagsRegexes.map(compileRegex);
  return tag =>
    !ignored.some(matches => matches(tag)) &&
    (allowed.length === 0 || allowed.some(matches => matches(tag)));
}

function semverCandidates(
  subscription: ImageSubscription,
): TagSelector['candidates'] {
  const { constraint: range, strictSemvers } = subscription;
  const constraint = range ? parseConstraint(range) : undefined;
  const filter = tagFilter(subscription);
  return tags =>
    tags
      .flatMap(tag =>
        filter(tag) ? parseVersion(tag, strictSemvers) ?? [] : [],
      )
      .filter(version => !constraint || satisfies(version, constraint))
      .sort(compareDescending)
      .map(version => version.original);
}

const descending = (a: string, b: string): number => compareBytes(b, a);

function lexicalCandidates(
  subscription: ImageSubscription,
): TagSelector['candidates'] {
  const filter = tagFilter(subscription);
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
