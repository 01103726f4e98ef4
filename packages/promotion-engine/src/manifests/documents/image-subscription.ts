import { z } from 'zod';
import { ImageSubscription } from '../../model/definition';
import { Finding } from '../document';
import { readShape } from '../shape';
import { rule } from './common';
import {
  constraintFinding,
  Limit,
  limitOf,
  regexFindings,
  removedFindings,
  SubscriptionContext,
} from './subscription';

const REPOSITORY =
  /^(\w+([.-]\w+)*(:\d+)?\/)?(\w+([.-]\w+)*)(\/\w+([.-]\w+)*)*$/;
/** Kargo counts the parts only; an empty one matches nothing. */
const PLATFORM = /^[^/]*\/[^/]*(\/[^/]*)?$/;

/** A repository without scheme, tag and digest. */
export function isImageRepository(text: string): boolean {
  return REPOSITORY.test(text);
}

export const REPOSITORY_CURE =
  'Write registry/repository such as ghcr.io/acme/web, without https:// and without a tag.';

const Image = z.strictObject({
  repoURL: z
    .string()
    .refine(
      isImageRepository,
      rule('This is no image repository.', { cure: REPOSITORY_CURE }),
    ),
  imageSelectionStrategy: z
    .enum(['', 'SemVer', 'Lexical', 'NewestBuild', 'Digest'])
    .default('')
    .transform(strategy => strategy || 'SemVer'),
  constraint: z.string().optional(),
  strictSemvers: z.boolean().default(true),
  allowTagsRegexes: z.array(z.string()).default([]),
  ignoreTagsRegexes: z.array(z.string()).default([]),
  allowTags: z.string().optional(),
  ignoreTags: z.array(z.string()).optional(),
  platform: z
    .string()
    .refine(
      text => text === '' || PLATFORM.test(text),
      rule('This is no platform.', {
        cure: 'Write os/architecture, such as linux/amd64.',
      }),
    )
    .optional(),
  discoveryLimit: Limit,
  insecureSkipTLSVerify: z.boolean().default(false),
  cacheByTag: z.boolean().optional(),
});

export function readImageSubscription(
  raw: unknown,
  context: SubscriptionContext,
): { image?: ImageSubscription; findings: Finding[] } {
  const { value, findings } = readShape(Image, raw, {
    base: context.path,
    unknownFields: 'runnable',
  });
  if (!value) {
    return { findings };
  }
  findings.push(
    ...constraintFindings(value, context),
    ...regexFindings(value, context.path),
    ...removedFindings(value, context.path),
  );
  const {
    repoURL,
    imageSelectionStrategy,
    strictSemvers,
    allowTagsRegexes,
    ignoreTagsRegexes,
  } = value;
  const image: ImageSubscription = {
    repoURL,
    imageSelectionStrategy,
    strictSemvers,
    allowTagsRegexes,
    ignoreTagsRegexes,
    discoveryLimit: limitOf(value.discoveryLimit),
    insecureSkipTLSVerify: value.insecureSkipTLSVerify,
    ...(value.constraint ? { constraint: value.constraint } : {}),
    ...(value.platform ? { platform: value.platform } : {}),
    ...(value.cacheByTag ? { cacheByTag: true } : {}),
  };
  return { image, findings };
}

function constraintFindings(
  { constraint, imageSelectionStrategy }: z.infer<typeof Image>,
  context: SubscriptionContext,
): Finding[] {
  if (imageSelectionStrategy === 'Digest' && !constraint) {
    return [
      {
        path: [...context.path, 'constraint'],
        verdict: 'admission',
        message:
          'The strategy Digest needs the tag to watch as its constraint.',
        cure: 'Add constraint with one tag, such as latest.',
      },
    ];
  }
  return imageSelectionStrategy === 'SemVer'
    ? constraintFinding(constraint, 'constraint', context)
    : [];
}
