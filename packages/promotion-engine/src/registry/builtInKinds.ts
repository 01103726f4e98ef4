import { Gate } from '../decide/evaluateGates';
import { approvalsGate } from '../kinds/gates/approvals';
import { availabilityGate } from '../kinds/gates/availability';
import { definitionGate } from '../kinds/gates/definition';
import { originGate } from '../kinds/gates/origin';
import { queueGate } from '../kinds/gates/queue';
import { discoverImages } from '../kinds/sources/image';
import { failStep } from '../kinds/steps/fail';
import { gitCloneStep } from '../kinds/steps/git-clone';
import { gitCommitStep } from '../kinds/steps/git-commit';
import { gitPushStep } from '../kinds/steps/git-push';
import { kustomizeSetImageStep } from '../kinds/steps/kustomize-set-image';
import { yamlUpdateStep } from '../kinds/steps/yaml-update';
import { webVerifier } from '../kinds/verifiers/web';
import { SourceKind } from './source';
import { AnyStepKind } from './step';
import { VerifierKind } from './verifier';

/** Every kind that comes with the engine; a test compares this list with the folders. */
export function builtInKinds(): {
  steps: AnyStepKind[];
  gates: Gate[];
  verifiers: VerifierKind[];
} {
  return {
    steps: [
      failStep,
      gitCloneStep,
      gitCommitStep,
      gitPushStep,
      kustomizeSetImageStep,
      yamlUpdateStep,
    ],
    // stateless gates before stateful ones
    gates: [
      originGate,
      definitionGate,
      availabilityGate,
      approvalsGate,
      queueGate,
    ],
    verifiers: [webVerifier],
  };
}

/** What image subscriptions are watched by. */
export const imageSource: SourceKind = {
  id: 'image',
  discover: discoverImages,
};
