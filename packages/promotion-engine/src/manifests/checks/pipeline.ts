import { Stage } from '../../model/definition';
import { Definition, Report, Sourced } from './definition';

export interface PipelineOrder {
  /** Upstream first; as written where the order does not matter. */
  ordered: Sourced<Stage>[];
  /** Stages that wait for themselves, by way of others. */
  cyclic: Sourced<Stage>[];
}

export function upstreamsOf(stage: Stage): string[] {
  return stage.requestedFreight.flatMap(({ sources }) => sources.stages);
}

export function orderStages(stages: readonly Sourced<Stage>[]): PipelineOrder {
  const names = new Set(stages.map(({ value }) => value.name));
  const placed = new Set<string>();
  const ordered: Sourced<Stage>[] = [];
  let rest = [...stages];
  while (rest.length > 0) {
    const index = rest.findIndex(({ value }) =>
      upstreamsOf(value).every(
        name => placed.has(name) || !names.has(name) || name === value.name,
      ),
    );
    if (index < 0) {
      break;
    }
    placed.add(rest[index].value.name);
    ordered.push(rest[index]);
    rest = rest.filter((_, position) => position !== index);
  }
  return {
    ordered,
    cyclic: rest.filter(stage => reachesItself(stage.value, rest)),
  };
}

function reachesItself(
  stage: Stage,
  among: readonly Sourced<Stage>[],
): boolean {
  const seen = new Set<string>();
  const open = [...upstreamsOf(stage)];
  while (open.length > 0) {
    const name = open.pop()!;
    if (name === stage.name) {
      return true;
    }
    if (!seen.has(name)) {
      seen.add(name);
      open.push(
        ...among
          .filter(({ value }) => value.name === name)
          .flatMap(({ value }) => upstreamsOf(value)),
      );
    }
  }
  return false;
}

export function checkCycles({ stages }: Definition): Report[] {
  const { cyclic } = orderStages(stages);
  const names = cyclic.map(({ value }) => value.name);
  return cyclic.map(({ value, document }) => ({
    document,
    finding: {
      path: ['spec', 'requestedFreight'],
      message: `Stage ${
        value.name
      } gets freight from itself, by way of a cycle of ${names.join(', ')}.`,
      cure: 'Give one of them direct: true, or remove one of the sources.',
    },
  }));
}

/** Each request must have a way from its warehouse. */
export function checkReachability(definition: Definition): Report[] {
  const { ordered } = orderStages(definition.stages);
  const known = new Map(
    definition.stages.map(({ value }) => [value.name, value]),
  );
  const reached = new Set<string>();
  const reports: Report[] = [];
  for (const { value: stage, document } of ordered) {
    stage.requestedFreight.forEach(({ origin, sources }, index) => {
      // what could not be read, or is not there, is told as such; nothing is concluded from it
      const dry = sources.stages.filter(
        name => known.has(name) && !reached.has(`${name} ${origin.name}`),
      );
      const fed = sources.stages.length - dry.length;
      const enough =
        sources.availabilityStrategy === 'All'
          ? dry.length === 0 && fed > 0
          : fed > 0;
      if (sources.direct || enough) {
        reached.add(`${stage.name} ${origin.name}`);
      } else if (sources.stages.length === 0) {
        reports.push({
          document,
          finding: unfed(stage.name, origin.name, index),
        });
      } else {
        reports.push({
          document,
          finding: {
            path: ['spec', 'requestedFreight', index, 'sources', 'stages'],
            message: `Freight of Warehouse ${origin.name} never reaches ${
              stage.name
            }: ${dry.join(', ')} cannot get it.`,
            cure: `Request Warehouse ${origin.name} in ${dry.join(
              ', ',
            )}, or set direct: true here.`,
          },
        });
      }
    });
  }
  return reports;
}

function unfed(stage: string, warehouse: string, index: number) {
  return {
    path: ['spec', 'requestedFreight', index, 'sources'],
    message: `Freight of Warehouse ${warehouse} never reaches ${stage}: it has no source.`,
    cure: 'Set sources.direct: true, or name the stages before it in sources.stages.',
  };
}

/** A control-flow stage never holds freight, so nothing soaks in it and nothing can match it. */
export function checkControlFlow(definition: Definition): Report[] {
  const controlFlow = new Set(
    definition.stages
      .filter(({ value }) => !value.promotionTemplate)
      .map(({ value }) => value.name),
  );
  return definition.stages.flatMap(({ value, document }) =>
    value.requestedFreight.flatMap(({ sources }, index): Report[] => {
      const upstream = sources.stages.filter(name => controlFlow.has(name));
      const path = ['spec', 'requestedFreight', index, 'sources'];
      const reports: Report[] = [];
      if (upstream.length > 0 && sources.requiredSoakMs > 0) {
        reports.push({
          document,
          finding: {
            path: [...path, 'requiredSoakTime'],
            message: `Freight never soaks in ${upstream.join(
              ', ',
            )}: a control-flow stage holds none.`,
            cure: 'Move the soak time to the control-flow stage, or name the stages before it.',
          },
        });
      }
      if (upstream.length > 0 && sources.selectionPolicy === 'MatchUpstream') {
        reports.push({
          document,
          finding: {
            path: [...path, 'autoPromotionOptions', 'selectionPolicy'],
            message: `MatchUpstream never matches ${upstream.join(
              ', ',
            )}: a control-flow stage holds no freight.`,
            cure: 'Use NewestFreight, or name a stage that has promotion steps.',
          },
        });
      }
      return reports;
    }),
  );
}
