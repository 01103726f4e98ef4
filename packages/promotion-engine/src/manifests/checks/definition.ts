import {
  AnalysisTemplate,
  ClusterWindow,
  PromotionTask,
  Stage,
  StageSelector,
  StageWindow,
  Target,
  Warehouse,
} from '../../model/definition';
import { Finding, ManifestDocument } from '../document';
import { PolicyEntry } from '../documents/project';
import { Path } from '../path';
import { ReadOptions } from '../options';

export interface Sourced<T> {
  value: T;
  document: ManifestDocument;
}

/** Everything that was read, before it is known whether it fits together. */
export interface Definition {
  warehouses: Sourced<Warehouse>[];
  stages: Sourced<Stage>[];
  templates: Sourced<AnalysisTemplate>[];
  tasks: Sourced<PromotionTask>[];
  targets: Sourced<Target>[];
  /** Which targets stages are for; absent: they have none. */
  selections: Sourced<TargetSelection>[];
  policies: PolicyEntry[];
  windows: WindowEntry[];
  clusterWindows: ClusterWindow[];
  /** Every document, also those that could not be read further. */
  documents: readonly ManifestDocument[];
  options: ReadOptions;
}

/** A target that any of the selectors fits is one of the stage. */
export interface TargetSelection {
  /** Name of the stage. */
  name: string;
  selectors: Omit<StageSelector, 'name'>[];
}

/** A window of the project, and where it stands. */
export interface WindowEntry {
  window: StageWindow;
  document: ManifestDocument;
  path: Path;
}

export interface Report {
  document: ManifestDocument;
  finding: Finding;
}

/** One rule about a whole definition. */
export type DefinitionCheck = (definition: Definition) => Report[];

/** The names that documents of a kind declare, whether the rest of them is right or not. */
export function declaredNames(definition: Definition, kind: string): string[] {
  return definition.documents
    .filter(document => document.kind === kind)
    .map(({ name }) => name);
}
