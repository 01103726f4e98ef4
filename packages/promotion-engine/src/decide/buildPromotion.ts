import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ApprovalRule, Project, Stage, WrittenStep } from '../model/definition';
import { originKey } from '../model/artifacts';
import {
  Freight,
  FreightCollection,
  freightReference,
  FreightReference,
} from '../model/freight';
import { Pins, PromotionRequest } from '../model/promotion';
import { Rollback } from '../model/rollback';
import { StageRow } from '../model/rows';
import { inflateSteps } from './inflateSteps';
import { inputVariables } from './promotionInputs';
import { promotionName } from './promotionName';

export interface PromotionParts {
  project: Project;
  stage: Stage;
  freight: Freight;
  stageRow?: StageRow;
  approvals: ApprovalRule[];
  ulid: string;
  pins: Pins;
  automatic: boolean;
  intent?: 'hold' | 'resume';
  rollback?: Rollback;
  /** What the person gave whom the stage asks for inputs. */
  inputs?: Readonly<Record<string, string>>;
}

/**
 * What a request holds: name, steps and variables always come from the stage (Kargo 5.1), tasks as they are now.
 * @throws InputError for wrong inputs, InflationError when a task is gone; a definition that goes live has all of its tasks.
 */
export function buildPromotion(parts: PromotionParts): PromotionRequest {
  const { project, stage, freight, ulid } = parts;
  const template = stage.promotionTemplate ?? { vars: [], steps: [] };
  const inputs = inputVariables(stage, parts.inputs ?? {}, parts.automatic);
  const vars = [...inputs, ...stage.vars, ...template.vars];
  return {
    name: promotionName({ stage: stage.name, ulid, freight: freight.name }),
    stage: stage.name,
    ...(stage.target && { target: stage.target }),
    freight: freightReference(freight),
    collection: nextCollection({
      ...parts,
      freight: freightReference(freight),
    }),
    steps: inflateSteps<WrittenStep>({
      steps: template.steps,
      vars,
      ...(inputs.length > 0 ? { inputs: inputs.length } : {}),
      tasks: project.tasks,
    }),
    vars,
    pins: parts.pins,
    automatic: parts.automatic,
    intent: parts.intent,
    ...(parts.rollback && { rollback: parts.rollback }),
    approvals: parts.approvals,
    effects: [],
  };
}

/** The new freight, and what the stage has of its other origins (Kargo 4.3). */
export function nextCollection({
  stage,
  freight,
  stageRow,
}: Pick<PromotionParts, 'stage' | 'stageRow'> & {
  freight: FreightReference;
}): FreightCollection {
  const wanted = new Set(
    stage.requestedFreight.map(request => originKey(request.origin)),
  );
  const kept = Object.entries(stageRow?.history[0]?.items ?? {}).filter(
    ([origin]) => wanted.has(origin),
  );
  const items: Record<string, FreightReference> = Object.fromEntries(kept);
  items[originKey(freight.origin)] = freight;
  return { id: collectionId(Object.values(items)), items };
}

/** sha1 hex of the sorted freight names joined by `,` (Kargo: FreightCollection.UpdateOrPush). */
export function collectionId(items: FreightReference[]): string {
  const names = items.map(item => item.name).sort();
  return bytesToHex(sha1(utf8ToBytes(names.join(','))));
}
