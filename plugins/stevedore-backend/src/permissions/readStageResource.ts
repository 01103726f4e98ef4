import { parseStageResourceRef } from '@stevedore/plugin-stevedore-common';
import { StageResource } from '@stevedore/plugin-stevedore-node';
import { membersOf, Stage } from '@stevedore/promotion-engine';
import { ServiceDeps } from '../service/ServiceDeps';

type Deps = Pick<
  ServiceDeps,
  'store' | 'definitions' | 'policies' | 'catalogOwners'
>;

/** @returns undefined when there is no such project or stage. */
export async function readStageResource(
  deps: Deps,
  ref: string,
): Promise<StageResource | undefined> {
  const { project, stage } = parseStageResourceRef(ref);
  const row = await deps.store.project(project);
  if (!row) return undefined;
  const [definition, owners] = await Promise.all([
    deps.definitions.load(project),
    deps.catalogOwners(row.entityRef),
  ]);
  const all = definition?.project.stages ?? [];
  const stages =
    stage === undefined ? all : all.filter(each => each.name === stage);
  if (stage !== undefined && stages.length === 0) return undefined;
  const approvers = await Promise.all(
    stages.map(each => approversOf(deps, project, { stage: each, owners })),
  );
  return {
    project,
    // whoever may act in a Stage may do so for each of its targets
    stages: [
      ...new Set(stages.map(({ name, target }) => target?.stage ?? name)),
    ],
    owners,
    approvers: [...new Set(approvers.flat())],
  };
}

async function approversOf(
  deps: Deps,
  project: string,
  { stage, owners }: { stage: Stage; owners: string[] },
): Promise<string[]> {
  const rules = await deps.policies.approvals(project, stage);
  return rules
    .flatMap(({ needs, breakGlass }) => [
      ...needs,
      ...(breakGlass?.second ? [breakGlass.second] : []),
    ])
    .flatMap(party => membersOf(party, owners));
}
