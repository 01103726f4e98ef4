import { DriftRow, StageDrift } from '@stevedore/plugin-stevedore-common';
import {
  DriftRow as EngineRow,
  DriftSide,
  StageDrift as EngineDrift,
} from '@stevedore/promotion-engine';
import { publicUrl } from './publicUrl';

export function toStageDrift(
  stage: string,
  { promotion, obstacle, verdict, rows }: EngineDrift,
): StageDrift {
  return { stage, promotion, obstacle, verdict, rows: rows.map(toRow) };
}

function toRow({ kind, verdict, promoted, ...row }: EngineRow): DriftRow {
  return {
    ...{ kind, verdict, promoted },
    name: publicUrl(row.name),
    git: toSide(row.git),
    running: toSide(row.running),
    sentence: publicUrl(row.sentence),
  };
}

/** Why is in the sentence. */
const toSide = ({ status, value }: DriftSide) => ({ status, value });
