import {
  FreightCell,
  FreightItem,
  PipelineStage,
} from '@stevedore/plugin-stevedore-common';

/** One stage, and what the freight is to it. */
export interface CellPlace {
  stage: PipelineStage;
  cell: FreightCell;
}

/** The cell that was opened. */
export interface CellSubject {
  anchor: HTMLElement;
  item: FreightItem;
  /** Several in a folded column. */
  places: CellPlace[];
  /** What those several are called. */
  together?: string;
}

export interface CellPopoverProps {
  subject: CellSubject;
  onClose: () => void;
  onPlan: (stage: string, freight: string) => void;
  onPromotion: (promotion: string) => void;
}
