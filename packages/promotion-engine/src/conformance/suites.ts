import { Suite } from './answer';
import { availability } from './availability';
import { freightId } from './freightId';
import { imageCreated } from './imageCreated';
import { kustomizeSetImage } from './kustomizeSetImage';
import { normalize } from './normalize';
import { promotionPolicy } from './promotionPolicy';
import { queue } from './queue';
import { selectImages } from './selectImages';
import { semver, semverCheck, semverSort } from './semver';
import { stepConfig } from './stepConfig';
import { yamlUpdate } from './yamlUpdate';

/** Every suite that this package answers, by the name of its file of vectors. */
export const suites: Record<string, Suite> = {
  availability,
  'freight-id': freightId,
  'image-created': imageCreated,
  'kustomize-set-image': kustomizeSetImage,
  normalize,
  'promotion-policy': promotionPolicy,
  queue,
  'select-images': selectImages,
  semver,
  'semver-check': semverCheck,
  'semver-sort': semverSort,
  'step-config': stepConfig,
  'yaml-update': yamlUpdate,
};
