import { z } from 'zod';

const imageSchema = z
  .strictObject({
    /** Repository of the image, which is also the entry's name unless `name` says otherwise. */
    image: z.string().min(1),
    /** Deprecated by Kargo; the entry's name in the kustomization. */
    name: z.string().optional(),
    newName: z.string().optional(),
    tag: z.string().optional(),
    digest: z.string().optional(),
  })
  .refine(({ tag, digest }) => Boolean(tag) !== Boolean(digest), {
    message: 'exactly one of tag and digest must be set',
  });

/** Kargo: `kustomize-set-image`; without `images` it sets every image of the freight. */
export const kustomizeSetImageSchema = z.strictObject({
  path: z.string().min(1),
  images: z.array(imageSchema).optional(),
});

export type KustomizeSetImageConfig = z.infer<typeof kustomizeSetImageSchema>;

/** One image as the step is told to set it. */
export type KustomizeImage = z.infer<typeof imageSchema>;
