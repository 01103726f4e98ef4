import { errored, failed } from '../../../model/outcome';
import { defineStep } from '../../../registry/step';
import { grantedUrl, parseArtifact } from '../_shared/artifactReference';
import { checkPinned, DOWNLOAD_BYTES } from '../_shared/download';
import { ociDownloadExamples } from './examples';
import { OciDownloadConfig, ociDownloadSchema } from './schema';

/** Kargo's `oci-download`: one layer of an artifact becomes a file. What it was the first time is pinned. */
export const ociDownloadStep = defineStep<
  OciDownloadConfig,
  'artifacts' | 'workspace'
>({
  id: 'oci-download',
  effect: 'workspace',
  schema: ociDownloadSchema,
  capabilities: ['artifacts', 'workspace'],
  examples: ociDownloadExamples,
  async run(context, config) {
    const { workspace, artifacts } = context;
    const { imageRef, outPath, allowOverwrite } = config;
    if (!allowOverwrite && (await workspace.stat(outPath)) !== undefined)
      return failed(
        `oci-download: there is a file ${outPath} already; set allowOverwrite to replace it`,
      );
    const artifact = parseArtifact(imageRef);
    const refusal = await context.refusal({
      kind: artifact.kind,
      url: grantedUrl(artifact),
      access: 'read',
    });
    if (refusal) return failed(refusal);
    const { digest, bytes } = await artifacts.layer(artifact, {
      mediaType: config.mediaType,
      largestBytes: DOWNLOAD_BYTES,
      insecureSkipTLSVerify: config.insecureSkipTLSVerify,
    });
    const changed = await checkPinned(context, digest);
    if (changed) return errored(`oci-download: ${imageRef}: ${changed}`, true);
    await workspace.writeBytes(outPath, bytes);
    return {
      status: 'succeeded',
      message: `downloaded ${bytes.length} bytes to ${outPath}`,
    };
  },
});
