import { z } from 'zod';
import { Artifacts, FreightOrigin } from '../../model/artifacts';
import { ManifestDocument } from '../document';
import { Finding } from '../document';
import { readShape } from '../shape';
import { LabelValue, namedByKargo, rule } from './common';

const text = z.string().default('');
const Commit = z.strictObject({
  repoURL: text,
  id: text,
  branch: z.string().optional(),
  tag: z.string().optional(),
  message: z.string().optional(),
  author: z.string().optional(),
  committer: z.string().optional(),
  subscriptionName: z.string().optional(),
});
const Image = z.strictObject({
  repoURL: text,
  tag: text,
  digest: text,
  annotations: z.record(z.string(), z.string()).optional(),
  subscriptionName: z.string().optional(),
});
const Chart = z.strictObject({
  repoURL: text,
  name: z.string().optional(),
  version: text,
  subscriptionName: z.string().optional(),
});
const Artifact = z.strictObject({
  artifactType: z.string().min(1),
  subscriptionName: z.string().min(1),
  version: z.string().min(1),
  metadata: z.unknown().optional(),
});

const Shape = namedByKargo({
  alias: LabelValue.default(''),
  discoveredAt: z
    .string()
    .refine(
      value => !Number.isNaN(Date.parse(value)),
      rule('This is no time.', {
        cure: 'Write date and time, such as 2026-01-31T00:00:00Z.',
      }),
    )
    .optional(),
  origin: z.strictObject({
    kind: z.literal('Warehouse'),
    name: z.string().default(''),
  }),
  commits: z.array(Commit).default([]),
  images: z.array(Image).default([]),
  charts: z.array(Chart).default([]),
  artifacts: z.array(Artifact).default([]),
});

/** Kargo keeps the alias as this label, too; the field goes before it. */
const ALIAS_LABEL = 'kargo.akuity.io/alias';

export interface WrittenFreight {
  alias: string;
  discoveredAt?: string;
  origin: FreightOrigin;
  artifacts: Artifacts;
}

/** Freight put together by hand. Its name is a hash of its content, whatever the manifest says. */
export function readFreight(document: ManifestDocument): {
  freight?: WrittenFreight;
  findings: Finding[];
} {
  const { value, findings } = readShape(Shape, document.value);
  if (!value) return { findings };
  const { alias, discoveredAt, origin, metadata, ...content } = value;
  const { commits, images, charts, artifacts } = content;
  return {
    freight: {
      alias: alias || metadata.labels[ALIAS_LABEL] || '',
      ...(discoveredAt ? { discoveredAt } : {}),
      origin,
      artifacts: { commits, images, charts, artifacts },
    },
    findings,
  };
}
