import { z } from 'zod';
import { applicationFields, nameOrSelector } from '../_shared/argocd';
import { text } from '../_shared/fields';

const kustomizeImage = z
  .strictObject({
    repoURL: text,
    tag: z.string().optional(),
    digest: z.string().optional(),
    newName: text.optional(),
  })
  .refine(({ tag, digest }) => !(tag && digest), {
    message: 'at most one of tag and digest may be set',
  });

const source = z
  .strictObject({
    repoURL: text,
    chart: text.optional(),
    desiredRevision: text.optional(),
    updateTargetRevision: z.boolean().optional(),
    kustomize: z
      .strictObject({ images: z.array(kustomizeImage).min(1).optional() })
      .optional(),
    helm: z
      .strictObject({
        images: z
          .array(z.strictObject({ key: text, value: z.string() }))
          .min(1),
      })
      .optional(),
  })
  .refine(
    ({ updateTargetRevision, desiredRevision }) =>
      !updateTargetRevision || Boolean(desiredRevision),
    {
      message: 'updateTargetRevision needs a desiredRevision',
      path: ['updateTargetRevision'],
    },
  );

const app = z
  .strictObject({
    ...applicationFields,
    sources: z.array(source).min(1).optional(),
  })
  .refine(...nameOrSelector);

/** Kargo: `argocd-update`. */
export const argocdUpdateSchema = z.strictObject({ apps: z.array(app).min(1) });

export type ArgocdUpdateConfig = z.infer<typeof argocdUpdateSchema>;
