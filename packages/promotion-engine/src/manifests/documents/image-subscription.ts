import { z } from 'zod';
import { ImageSubscription } from '../../model/definition';
import { Finding } from '../document';
import { ReadOptions } from '../options';
import { Path } from '../path';
import { readShape } from '../shape';
import { rule } from './common';
import { regexFault } from './patterns';

const REPOSITORY =
  /^(\w+([.-]\w+)*(:\d+)?\/)?(\w+([.-]\w+)*)(\/\w+([.-]\w+)*)*$/;
/** Kargo counts the parts only; an empty one matches nothing. */
const PLATFORM = /^[^/]*\/[^/]*(\/[^/]*)?$/;

/** A repository without scheme, tag and digest. */
export function isImageRepository(text: string): boolean {
  return REPOSITORY.test(text);
}

/** What Kargo compares to tell whether two subscriptions are the same. */
export function normalizeImageRepository(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(index\.)?docker\.io\//, '')
    .replace(/^library\//, '');
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
    .enum(['SemVer', 'Lexical', 'NewestBuild', 'Digest'])
    .default('SemVer'),
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
  discoveryLimit: z.int().min(0).max(100).default(20),
  insecureSkipTLSVerify: z.boolean().default(false),
  cacheByTag: z.boolean().optional(),
});

export interface ImageContext {
  path: Path;
  options: ReadOptions;
}

export function readImageSubscription(
  raw: unknown,
  { path, options }: ImageContext,
) {
  const { value, findings } = readShape(Image, raw, {
    base: path,
    unknownFields: 'runnable',
  });
  if (!value) {
    return { findings };
  }
  findings.push(
    ...constraintFindings(value, { path, options }),
    ...patternFindings(value, path),
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
    discoveryLimit: value.discoveryLimit || 20,
    insecureSkipTLSVerify: value.insecureSkipTLSVerify,
    ...(value.constraint ? { constraint: value.constraint } : {}),
    ...(value.platform ? { platform: value.platform } : {}),
  };
  return { image, findings };
}

type ImageValue = z.infer<typeof Image>;

function constraintFindings(
  image: ImageValue,
  { path, options }: ImageContext,
): Finding[] {
  const at = { path: [...path, 'constraint'], verdict: 'admission' as const };
  const { constraint, imageSelectionStrategy } = image;
  if (imageSelectionStrategy === 'Digest' && !constraint) {
    return [
      {
        ...at,
        message:
          'The strategy Digest needs the tag to watch as its constraint.',
        cure: 'Add constraint with one tag, such as latest.',
      },
    ];
  }
  const fault =
    constraint && imageSelectionStrategy === 'SemVer'
      ? options.checkConstraint?.(constraint)
      : undefined;
  return fault
    ? [
        {
          ...at,
          message: `${JSON.stringify(
            constraint,
          )} is no version range: ${fault.replace(/\.$/, '')}.`,
          cure: 'Write a range such as ^1.0.0 or >=1.2 <2.',
        },
      ]
    : [];
}

function patternFindings(image: ImageValue, path: Path): Finding[] {
  const findings: Finding[] = [];
  for (const field of ['allowTagsRegexes', 'ignoreTagsRegexes'] as const) {
    image[field].forEach((pattern, index) => {
      const fault = regexFault(pattern);
      if (fault) {
        findings.push({ path: [...path, field, index], ...fault });
      }
    });
  }
  for (const field of ['allowTags', 'ignoreTags'] as const) {
    if (image[field] !== undefined && image[field].length > 0) {
      findings.push({
        path: [...path, field],
        atKey: true,
        message: `${field} was removed from Kargo.`,
        cure: `Use ${field}Regexes.`,
      });
    }
  }
  return findings;
}
