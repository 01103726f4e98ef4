import { z } from 'zod';
import { FreightOrigin } from '../../model/artifacts';
import { Target } from '../../model/definition';
import { Finding, ManifestDocument } from '../document';
import { readShape } from '../shape';
import { namedByKargo, objectShape } from './common';

const Origin = z.strictObject({
  kind: z.enum(['Warehouse']),
  name: z.string(),
});

/** Steps and variables have to be readable, although those of the Stage take their place. */
const Shape = namedByKargo({
  spec: z.strictObject({
    stage: z.string().default(''),
    freight: z.string().default(''),
    origin: Origin.optional(),
    target: z.string().default(''),
    vars: z.array(z.record(z.string(), z.string())).default([]),
    steps: z.array(z.record(z.string(), z.unknown())).default([]),
  }),
});

export interface WrittenPromotion {
  stage: string;
  freight: string;
  origin?: FreightOrigin;
  target: string;
}

export function readPromotion(document: ManifestDocument): {
  promotion?: WrittenPromotion;
  findings: Finding[];
} {
  const { value, findings } = readShape(Shape, document.value);
  return value ? { promotion: value.spec, findings } : { findings };
}

const TargetShape = objectShape(
  z
    .strictObject({ params: z.record(z.string(), z.unknown()).optional() })
    .optional(),
);

/** A destination of Stages that govern several (kargo.md 1.12). */
export function readTarget(document: ManifestDocument): {
  target?: Target;
  findings: Finding[];
} {
  const { value, findings } = readShape(TargetShape, document.value);
  if (!value) return { findings };
  const { name, labels } = value.metadata;
  return {
    target: { name, labels, params: value.spec?.params ?? {} },
    findings,
  };
}
