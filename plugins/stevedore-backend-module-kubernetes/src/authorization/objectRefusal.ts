import { StepRun } from '@stevedore/promotion-engine';
import {
  KubernetesObject,
  ResourceKind,
  resourceName,
} from '../api/resourceKind';
import { namesStage } from './authorizedStages';

export type Asker = Pick<StepRun, 'promotion' | 'refusal'>;

/** @returns a sentence when neither the object nor the platform lets the stage touch it */
export async function objectRefusal(
  asker: Asker,
  access: 'read' | 'write',
  what: { cluster: string; kind: ResourceKind; object: KubernetesObject },
): Promise<string | undefined> {
  const { cluster, kind, object } = what;
  const { project, stage } = asker.promotion;
  if (namesStage(object, { project, stage })) return undefined;
  const { namespace = '', name } = object.metadata;
  const url = `kubernetes://${cluster}/${namespace}/${resourceName(
    kind,
  )}/${name}`;
  const refusal = await asker.refusal({ kind: 'kubernetes', url, access });
  return (
    refusal &&
    `${refusal}, or the annotation kargo.akuity.io/authorized-stage: "${project}:${stage}" to it`
  );
}
