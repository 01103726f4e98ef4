import { ImageSubscription } from '../../../model/definition';
import { ImageMetadata } from '../../../ports/registry';
import { compareAge, createTagSelector } from './createTagSelector';

/**
 * Chooses among images that are all known, best first: the rule that discovery follows step by step.
 * @throws Error when the subscription's range, expressions or platform cannot be read.
 */
export function selectImages(
  subscription: ImageSubscription,
  images: readonly ImageMetadata[],
): ImageMetadata[] {
  const selector = createTagSelector(subscription);
  const byTag = new Map(images.map(image => [image.tag, image]));
  const candidates = selector
    .candidates([...byTag.keys()])
    .flatMap(tag => byTag.get(tag) ?? []);
  const accepted = candidates.filter(selector.accepts);
  if (selector.byAge) accepted.sort(compareAge);
  return accepted.slice(0, selector.limit);
}
