import { errored, failed, StepOutcome } from '../../../model/outcome';
import { ArtifactCopy } from '../../../ports/artifacts';
import { defineStep, ExternalHalf, StepContext } from '../../../registry/step';
import {
  grantedUrl,
  parseArtifact,
  printArtifact,
} from '../_shared/artifactReference';
import { ociPushExamples } from './examples';
import { OciPushConfig, ociPushSchema } from './schema';

/** The digest makes it known again. */
type Intent = { repository: string; tag: string; digest: string };
type Unfinished = Exclude<StepOutcome, { status: 'succeeded' }>;

/** Kargo's default (controller.images.push.maxArtifactSize); within one repository nothing is carried. */
const LARGEST_COPY = 1024 * 1024 * 1024;

/** The copy with its source pinned to a digest, so that a tag that moves makes no difference. */
async function copyOf(
  context: StepContext<'artifacts'>,
  { srcRef, destRef, annotations = {}, insecureSkipTLSVerify }: OciPushConfig,
): Promise<ArtifactCopy> {
  const from = parseArtifact(srcRef);
  const reference = await context.pin(`oci:${context.alias}`, async () => {
    const digest = await context.artifacts.digest(from, {
      insecureSkipTLSVerify,
    });
    if (!digest) throw new Error(`oci-push: there is no ${srcRef}`);
    return digest;
  });
  return {
    from: { repository: from.repository, reference },
    to: parseArtifact(destRef),
    annotations: scoped(annotations),
  };
}

/** Keys may say by `index:` or `manifest:` where they belong; the manifest is where they belong otherwise. */
function scoped(annotations: Record<string, string>) {
  const result: ArtifactCopy['annotations'] = { index: {}, manifest: {} };
  for (const [key, value] of Object.entries(annotations)) {
    const [, scope, name] = /^(?:(index|manifest):)?(.*)$/s.exec(key)!;
    result[scope === 'index' ? 'index' : 'manifest'][name] = value;
  }
  return result;
}

const external: ExternalHalf<OciPushConfig, 'artifacts'> = {
  async describe(context, config) {
    const from = parseArtifact(config.srcRef);
    const to = parseArtifact(config.destRef);
    const refusal =
      (await context.refusal({
        kind: from.kind,
        url: grantedUrl(from),
        access: 'read',
      })) ??
      (await context.refusal({
        kind: to.kind,
        url: grantedUrl(to),
        access: 'write',
        branch: to.reference,
      }));
    if (refusal) return failed(refusal) as Unfinished;
    const copy = await copyOf(context, config);
    const { digest, bytes } = await context.artifacts.planCopy(copy, config);
    if (from.repository !== to.repository && bytes > LARGEST_COPY)
      return errored(
        `oci-push: ${config.srcRef} has more than 1 GiB, which is not copied`,
        true,
      ) as Unfinished;
    return {
      status: 'planned',
      effect: {
        step: context.alias,
        kind: 'oci-push',
        target: printArtifact(to),
        call: {
          from: printArtifact(copy.from),
          digest,
          annotations: config.annotations,
        },
      },
    };
  },

  async lockKey({ destRef }) {
    return `artifact:${printArtifact(parseArtifact(destRef))}`;
  },

  async intend(context, config) {
    const copy = await copyOf(context, config);
    const { digest } = await context.artifacts.planCopy(copy, config);
    const { repository, reference } = copy.to;
    return { repository, tag: reference, digest } satisfies Intent;
  },

  async attempt(context, config, intent) {
    const wanted = intent as Intent;
    const copy = await copyOf(context, config);
    const { digest } = await context.artifacts.copy(copy, {
      insecureSkipTLSVerify: config.insecureSkipTLSVerify,
      signal: context.signal,
    });
    if (digest !== wanted.digest)
      return errored(
        `oci-push: it became ${digest}, and was meant to be ${wanted.digest}`,
        true,
      );
    return { status: 'succeeded', ...done(wanted) };
  },

  async recognise({ artifacts }, config, intent) {
    const wanted = intent as Intent;
    const { repository, tag, digest } = wanted;
    const found = await artifacts.digest(
      { repository, reference: tag },
      config,
    );
    return found === digest
      ? { status: 'done', ...done(wanted) }
      : { status: 'notDone' };
  },
};

function done({ repository, tag, digest }: Intent): {
  output: Record<string, unknown>;
  message: string;
} {
  const image = `${repository}:${tag}`;
  return {
    output: { image, digest, tag },
    message: `${image} is ${digest.slice(0, 19)}`,
  };
}

/** Kargo's `oci-push`: copies an artifact, or gives it another tag. */
export const ociPushStep = defineStep<OciPushConfig, 'artifacts'>({
  id: 'oci-push',
  effect: 'external',
  schema: ociPushSchema,
  capabilities: ['artifacts'],
  examples: ociPushExamples,
  external,
});
