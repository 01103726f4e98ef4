import { Project, Stage } from '../model/definition';
import { FreightRow, FreightStageRow } from '../model/rows';
import { stageAvailability } from './availabilityFacts';

/** What a control-flow stage lets through now: available to it, and not yet let through (kargo.md 4.8). */
export function freightToPass(
  stage: Stage,
  freight: FreightRow[],
  facts: { rows: FreightStageRow[]; now: number },
): string[] {
  return freight
    .filter(
      each =>
        !each.quarantine &&
        !isVerified(stage.name, each.name, facts.rows) &&
        stageAvailability(stage, each, facts).available,
    )
    .map(({ name }) => name);
}

function isVerified(
  stage: string,
  freight: string,
  rows: FreightStageRow[],
): boolean {
  return rows.some(
    row =>
      row.stage === stage &&
      row.freight === freight &&
      row.verifiedAt !== undefined,
  );
}

/** Every stage that comes before a stage, near or far. */
export function stagesBefore(project: Project, stage: Stage): string[] {
  const found = new Set<string>();
  const open = sourcesOf(stage);
  while (open.length > 0) {
    const name = open.pop()!;
    const next = project.stages.find(each => each.name === name);
    if (next && !found.has(name)) {
      found.add(name);
      open.push(...sourcesOf(next));
    }
  }
  return [...found];
}

/** The stages that take freight from a stage. */
export function stagesAfter(project: Project, stage: string): string[] {
  return project.stages
    .filter(each => sourcesOf(each).includes(stage))
    .map(({ name }) => name);
}

function sourcesOf(stage: Stage): string[] {
  return stage.requestedFreight.flatMap(({ sources }) => sources.stages);
}
