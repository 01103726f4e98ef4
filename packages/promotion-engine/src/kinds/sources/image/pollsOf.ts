import { ImageSubscription } from '../../../model/definition';

/** The newest version is looked at again after so many polls: somebody may have pushed its tag a second time. */
const FIRST_POLLS = 20;

/** `latest`, `main`; `1`, `v1.2`: names that are given to something new again and again. */
const MOVES = /^[^0-9]*$|^v?\d{1,3}(\.\d{1,3})?$/;

/**
 * For how many polls it may be taken as known what a tag stands for. A list of tags does not show that one has moved,
 * and asking for each tag at each poll would be one request a version. Tags with a whole version (or a date, or a
 * commit) in their name hardly ever move: the newest is asked again now and then, the others at a refresh.
 */
export function pollsOf(
  subscription: Pick<
    ImageSubscription,
    'imageSelectionStrategy' | 'cacheByTag'
  >,
  { tag, first }: { tag: string; first: boolean },
): number {
  if (subscription.imageSelectionStrategy === 'Digest') return 1;
  if (subscription.cacheByTag) return Infinity;
  if (MOVES.test(tag)) return 1;
  return first ? FIRST_POLLS : Infinity;
}
