import { KustomizeImage } from './schema';

/** An entry of `images` in a kustomization; the fields in kustomize's order. */
export interface Entry {
  name: string;
  newName?: string;
  newTag?: string;
  digest?: string;
}

export const FIELDS = ['name', 'newName', 'newTag', 'digest'] as const;
export type Field = (typeof FIELDS)[number];

/** `*` keeps what stands there. */
function keep(
  value: string | undefined,
  before: string | undefined,
): string | undefined {
  return (value === '*' ? before : value) || undefined;
}

/** What an entry becomes; a tag takes the place of a digest and the other way round (Kargo: buildTargetImages). */
export function mergeEntry(
  image: KustomizeImage,
  old: Partial<Entry> | undefined,
): Entry {
  return {
    name: entryName(image),
    newName: keep(image.newName, old?.newName),
    newTag: keep(image.tag, old?.newTag),
    digest: keep(image.digest, old?.digest),
  };
}

export const entryName = (image: KustomizeImage): string =>
  image.name || image.image;
