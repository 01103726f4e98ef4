import { Gate } from '../decide/evaluateGates';
import { approvalsGate } from '../kinds/gates/approvals';
import { availabilityGate } from '../kinds/gates/availability';
import { definitionGate } from '../kinds/gates/definition';
import { locksGate } from '../kinds/gates/locks';
import { metricsGate } from '../kinds/gates/metrics';
import { originGate } from '../kinds/gates/origin';
import { quarantineGate } from '../kinds/gates/quarantine';
import { queueGate } from '../kinds/gates/queue';
import { rulesGate } from '../kinds/gates/rules';
import { soakGate } from '../kinds/gates/soak';
import { testsGate } from '../kinds/gates/tests';
import { verificationGate } from '../kinds/gates/verification';
import { windowsGate } from '../kinds/gates/windows';
import { discoverCharts } from '../kinds/sources/chart';
import { discoverCommits } from '../kinds/sources/git';
import { discoverImages } from '../kinds/sources/image';
import { composeOutputStep } from '../kinds/steps/compose-output';
import { copyStep } from '../kinds/steps/copy';
import { deleteStep } from '../kinds/steps/delete';
import { failStep } from '../kinds/steps/fail';
import { fileWriteStep } from '../kinds/steps/file-write';
import { getUserInputStep } from '../kinds/steps/get-user-input';
import { gitClearStep } from '../kinds/steps/git-clear';
import { gitCloneStep } from '../kinds/steps/git-clone';
import { gitCommitStep } from '../kinds/steps/git-commit';
import { gitPushStep } from '../kinds/steps/git-push';
import { gitTagStep } from '../kinds/steps/git-tag';
import { helmTemplateStep } from '../kinds/steps/helm-template';
import { helmUpdateChartStep } from '../kinds/steps/helm-update-chart';
import { httpStep } from '../kinds/steps/http';
import { httpDownloadStep } from '../kinds/steps/http-download';
import { jsonParseStep } from '../kinds/steps/json-parse';
import { jsonUpdateStep } from '../kinds/steps/json-update';
import { kustomizeBuildStep } from '../kinds/steps/kustomize-build';
import { kustomizeSetImageStep } from '../kinds/steps/kustomize-set-image';
import { ociDownloadStep } from '../kinds/steps/oci-download';
import { ociPushStep } from '../kinds/steps/oci-push';
import { setFreightAliasStep } from '../kinds/steps/set-freight-alias';
import { setMetadataStep } from '../kinds/steps/set-metadata';
import { tarStep } from '../kinds/steps/tar';
import { tomlParseStep } from '../kinds/steps/toml-parse';
import { tomlUpdateStep } from '../kinds/steps/toml-update';
import { untarStep } from '../kinds/steps/untar';
import { waitForApprovalStep } from '../kinds/steps/wait-for-approval';
import { yamlMergeStep } from '../kinds/steps/yaml-merge';
import { yamlParseStep } from '../kinds/steps/yaml-parse';
import { yamlUpdateStep } from '../kinds/steps/yaml-update';
import { datadogVerifier } from '../kinds/verifiers/datadog';
import { newRelicVerifier } from '../kinds/verifiers/newRelic';
import { prometheusVerifier } from '../kinds/verifiers/prometheus';
import { webVerifier } from '../kinds/verifiers/web';
import { Sources } from './source';
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
      composeOutputStep,
      copyStep,
      deleteStep,
      failStep,
      fileWriteStep,
      getUserInputStep,
      gitClearStep,
      gitCloneStep,
      gitCommitStep,
      gitPushStep,
      gitTagStep,
      helmTemplateStep,
      helmUpdateChartStep,
      httpStep,
      httpDownloadStep,
      jsonParseStep,
      jsonUpdateStep,
      kustomizeBuildStep,
      kustomizeSetImageStep,
      ociDownloadStep,
      ociPushStep,
      setFreightAliasStep,
      setMetadataStep,
      tarStep,
      tomlParseStep,
      tomlUpdateStep,
      untarStep,
      waitForApprovalStep,
      yamlMergeStep,
      yamlParseStep,
      yamlUpdateStep,
    ],
    // stateless gates before stateful ones
    gates: [
      originGate,
      definitionGate,
      rulesGate,
      quarantineGate,
      locksGate,
      windowsGate,
      availabilityGate,
      soakGate,
      testsGate,
      metricsGate,
      approvalsGate,
      verificationGate,
      queueGate,
    ],
    verifiers: [
      datadogVerifier,
      newRelicVerifier,
      prometheusVerifier,
      webVerifier,
    ],
  };
}

/** What subscriptions are watched by. */
export const builtInSources: Sources = {
  git: { id: 'git', discover: discoverCommits },
  image: { id: 'image', discover: discoverImages },
  chart: { id: 'chart', discover: discoverCharts },
};
