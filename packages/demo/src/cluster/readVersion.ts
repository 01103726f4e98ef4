import { parse } from 'yaml';

/** The files in which a stage's directory may say its version, first wins. */
export const VERSION_FILES = ['kustomization.yaml', 'values.yaml'] as const;

export type VersionFile = (typeof VERSION_FILES)[number];

/**
 * The version that a stage's file asks for: `images[].newTag` of a
 * kustomization (its last image), `image.tag` of Helm values.
 */
export function readVersion(
  file: VersionFile,
  text: string,
): string | undefined {
  const document = parse(text, { schema: 'failsafe' });
  if (file === 'values.yaml') return asText(document?.image?.tag);
  const images: { newTag?: unknown }[] = document?.images ?? [];
  return asText(images.filter(image => image.newTag).pop()?.newTag);
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
