import { z } from 'zod';
import { PromotionTask } from '../../model/definition';
import { Finding, ManifestDocument } from '../document';
import { readShape } from '../shape';
import { objectShape, Variables } from './common';
import { InnerSteps, readInnerSteps } from './steps';

const Shape = objectShape(
  z.strictObject({ vars: Variables, steps: InnerSteps }),
);

/** A PromotionTask or a ClusterPromotionTask: they differ only in who may use them. */
export function readPromotionTask(document: ManifestDocument): {
  task?: PromotionTask;
  findings: Finding[];
} {
  const { value, findings } = readShape(Shape, document.value);
  if (!value) return { findings };
  const { vars, steps } = value.spec;
  const read = readInnerSteps(steps, ['spec', 'steps']);
  return {
    task: {
      kind: document.kind as PromotionTask['kind'],
      name: value.metadata.name,
      vars,
      steps: read.steps,
    },
    findings: [...findings, ...read.findings],
  };
}
