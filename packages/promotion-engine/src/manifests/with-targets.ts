import { selectsStage } from '../decide/isAutoPromotionEnabled';
import { FreightRequest, Stage, Target } from '../model/definition';
import { Definition, Sourced, TargetSelection } from './checks/definition';

/** The targets that a stage is for; any of its selectors may fit (kargo.md 1.9). */
export function targetsOf(
  { selectors }: TargetSelection,
  { targets }: Pick<Definition, 'targets'>,
): Target[] {
  return targets
    .map(({ value }) => value)
    .filter(({ labels }) =>
      selectors.some(selector => selectsStage(selector, { name: '', labels })),
    );
}

/** As Kargo names promotions: `<stage>.<target>`. */
export function targetStageName(stage: string, target: string): string {
  return `${stage}.${target}`;
}

/**
 * A stage with targets becomes one stage for each of them, with steps, queue, history and verification of its own,
 * and itself: it holds nothing, and has verified what all of them have. So one target can fail, wait or go back
 * while others do not, and each rule about a stage holds for each of them.
 */
export function withTargets(definition: Definition): Sourced<Stage>[] {
  const parts = new Map(
    definition.selections.map(({ value }) => [
      value.name,
      targetsOf(value, definition),
    ]),
  );
  const namesOf = (stage: string) =>
    parts.get(stage)?.map(({ name }) => targetStageName(stage, name));
  return definition.stages.flatMap(({ value, document }) => {
    const stage = {
      ...value,
      requestedFreight: value.requestedFreight.map(request =>
        soakingInTargets(request, namesOf),
      ),
    };
    const targets = parts.get(value.name);
    if (!targets) return [{ value: stage, document }];
    return [
      ...targets.map(target => ({ value: partFor(stage, target), document })),
      { value: gathering(stage, namesOf(value.name)!), document },
    ];
  });
}

function partFor(stage: Stage, target: Target): Stage {
  return {
    ...stage,
    name: targetStageName(stage.name, target.name),
    target: { ...target, stage: stage.name },
  };
}

function gathering(
  { name, labels, approvals, requestedFreight }: Stage,
  parts: string[],
): Stage {
  return {
    name,
    labels,
    targets: parts,
    vars: [],
    approvals,
    requestedFreight: requestedFreight.map(
      ({ origin }): FreightRequest => ({
        origin,
        sources: {
          direct: false,
          stages: parts,
          requiredSoakMs: 0,
          availabilityStrategy: 'All',
          selectionPolicy: 'NewestFreight',
        },
      }),
    ),
  };
}

/** What gathers holds nothing, so freight soaks in the stages of the targets: in every one of them. */
function soakingInTargets(
  request: FreightRequest,
  namesOf: (stage: string) => string[] | undefined,
): FreightRequest {
  const { sources } = request;
  const parts = sources.stages.map(name => namesOf(name));
  if (sources.requiredSoakMs === 0 || parts.every(names => !names))
    return request;
  return {
    ...request,
    sources: {
      ...sources,
      stages: sources.stages.flatMap((name, index) => parts[index] ?? [name]),
      availabilityStrategy: 'All',
    },
  };
}
