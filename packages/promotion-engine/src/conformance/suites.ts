import { Suite } from './answer';
import { availability } from './availability';
import {
  answerCreationCriteria,
  answerExpr,
  answerIf,
  answerTemplate,
} from './expressions';
import { freightId } from './freightId';
import { health, healthMerge } from './health';
import { imageCreated } from './imageCreated';
import { inflate } from './inflate';
import { jsonUpdate } from './jsonUpdate';
import { kustomizeSetImage } from './kustomizeSetImage';
import { lint } from './lint';
import { normalize } from './normalize';
import { matchPaths, pathMatch } from './paths';
import { promotionPolicy } from './promotionPolicy';
import { queue } from './queue';
import { selectCharts } from './selectCharts';
import { selectImages } from './selectImages';
import { selectCommits, selectGitTags } from './selectRevisions';
import { semver, semverCheck, semverSort } from './semver';
import { stepConfig } from './stepConfig';
import { tomlUpdate } from './tomlUpdate';
import { yamlMerge } from './yamlMerge';
import { yamlUpdate } from './yamlUpdate';
import { windows } from './windows';

/** Every suite that this package answers, by the name of its file of vectors. */
export const suites: Record<string, Suite> = {
  availability,
  'creation-criteria': answerCreationCriteria,
  expr: answerExpr,
  'freight-id': freightId,
  health,
  'health-merge': healthMerge,
  if: answerIf,
  'image-created': imageCreated,
  inflate,
  'json-update': jsonUpdate,
  'kustomize-set-image': kustomizeSetImage,
  'match-paths': matchPaths,
  lint,
  normalize,
  'path-match': pathMatch,
  'promotion-policy': promotionPolicy,
  queue,
  'select-charts': selectCharts,
  'select-commits': selectCommits,
  'select-git-tags': selectGitTags,
  'select-images': selectImages,
  semver,
  'semver-check': semverCheck,
  'semver-sort': semverSort,
  'step-config': stepConfig,
  template: answerTemplate,
  'toml-update': tomlUpdate,
  windows,
  'yaml-merge': yamlMerge,
  'yaml-update': yamlUpdate,
};
