import { ZodType } from 'zod';
import { argocdUpdateSchema } from '../kinds/steps/argocd-update/schema';
import { argocdWaitSchema } from '../kinds/steps/argocd-wait/schema';
import { composeOutputSchema } from '../kinds/steps/compose-output/schema';
import { copySchema } from '../kinds/steps/copy/schema';
import { deleteSchema } from '../kinds/steps/delete/schema';
import { failSchema } from '../kinds/steps/fail/schema';
import { fileWriteSchema } from '../kinds/steps/file-write/schema';
import { getUserInputSchema } from '../kinds/steps/get-user-input/schema';
import { gitClearSchema } from '../kinds/steps/git-clear/schema';
import { gitCloneSchema } from '../kinds/steps/git-clone/schema';
import { gitCommitSchema } from '../kinds/steps/git-commit/schema';
import { gitMergePrSchema } from '../kinds/steps/git-merge-pr/schema';
import { gitOpenPrSchema } from '../kinds/steps/git-open-pr/schema';
import { gitPushSchema } from '../kinds/steps/git-push/schema';
import { gitTagSchema } from '../kinds/steps/git-tag/schema';
import { gitWaitForPrSchema } from '../kinds/steps/git-wait-for-pr/schema';
import { githubPushSchema } from '../kinds/steps/github-push/schema';
import { helmTemplateSchema } from '../kinds/steps/helm-template/schema';
import { helmUpdateChartSchema } from '../kinds/steps/helm-update-chart/schema';
import { httpSchema } from '../kinds/steps/http/schema';
import { httpDownloadSchema } from '../kinds/steps/http-download/schema';
import { jsonParseSchema } from '../kinds/steps/json-parse/schema';
import { jsonUpdateSchema } from '../kinds/steps/json-update/schema';
import { kustomizeBuildSchema } from '../kinds/steps/kustomize-build/schema';
import { kustomizeSetImageSchema } from '../kinds/steps/kustomize-set-image/schema';
import { ociDownloadSchema } from '../kinds/steps/oci-download/schema';
import { ociPushSchema } from '../kinds/steps/oci-push/schema';
import { setFreightAliasSchema } from '../kinds/steps/set-freight-alias/schema';
import { setMetadataSchema } from '../kinds/steps/set-metadata/schema';
import { tarSchema } from '../kinds/steps/tar/schema';
import { tomlParseSchema } from '../kinds/steps/toml-parse/schema';
import { tomlUpdateSchema } from '../kinds/steps/toml-update/schema';
import { untarSchema } from '../kinds/steps/untar/schema';
import { waitForApprovalSchema } from '../kinds/steps/wait-for-approval/schema';
import { yamlMergeSchema } from '../kinds/steps/yaml-merge/schema';
import { yamlParseSchema } from '../kinds/steps/yaml-parse/schema';
import { yamlUpdateSchema } from '../kinds/steps/yaml-update/schema';

/**
 * The configuration of Kargo's steps, by the step's id: all of the open-source ones, and those that ask people. A definition is checked against it also
 * where the step cannot run here; what can run stands in `builtInKinds`.
 */
export const kargoStepSchemas: Readonly<Record<string, ZodType>> = {
  'argocd-update': argocdUpdateSchema,
  'argocd-wait': argocdWaitSchema,
  'compose-output': composeOutputSchema,
  copy: copySchema,
  delete: deleteSchema,
  fail: failSchema,
  'file-write': fileWriteSchema,
  'get-user-input': getUserInputSchema,
  'git-clear': gitClearSchema,
  'git-clone': gitCloneSchema,
  'git-commit': gitCommitSchema,
  'git-merge-pr': gitMergePrSchema,
  'git-open-pr': gitOpenPrSchema,
  'git-push': gitPushSchema,
  'git-tag': gitTagSchema,
  'git-wait-for-pr': gitWaitForPrSchema,
  'github-push': githubPushSchema,
  'helm-template': helmTemplateSchema,
  'helm-update-chart': helmUpdateChartSchema,
  http: httpSchema,
  'http-download': httpDownloadSchema,
  'json-parse': jsonParseSchema,
  'json-update': jsonUpdateSchema,
  'kustomize-build': kustomizeBuildSchema,
  'kustomize-set-image': kustomizeSetImageSchema,
  'oci-download': ociDownloadSchema,
  'oci-push': ociPushSchema,
  'set-freight-alias': setFreightAliasSchema,
  'set-metadata': setMetadataSchema,
  tar: tarSchema,
  'toml-parse': tomlParseSchema,
  'toml-update': tomlUpdateSchema,
  untar: untarSchema,
  'wait-for-approval': waitForApprovalSchema,
  'yaml-merge': yamlMergeSchema,
  'yaml-parse': yamlParseSchema,
  'yaml-update': yamlUpdateSchema,
};
