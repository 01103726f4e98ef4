import { Suite } from './answer';
import { availability } from './availability';
import { freightId } from './freightId';
import { imageCreated } from './imageCreated';
import { normalize } from './normalize';
import { promotionPolicy } from './promotionPolicy';
import { queue } from './queue';
import { selectImages } from './selectImages';
import { semver, semverCheck, semverSort } from './semver';
import { stepConfig } from './stepConfig';

/** Every suite that this package answers, by the name of its file of vectors. */
export const suites: Record<string, Suite> = {
  availability,
  'freight-id': freightId,
  'image-created': imageCreated,
  normalize,
  'promotion-policy': promotionPolicy,
  queue,
  'select-images': selectImages,
  semver,
  'semver-check': semverCheck,
  'semver-sort': semverSort,
  'step-config': stepConfig,
};
