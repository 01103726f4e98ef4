import { suggestion } from '../nearest';
import { EntityAnnotation } from './names';
import { ParsedAnnotations } from './parse';
import { AnnotatedCheck, AnnotatedMetric, AnnotatedStage } from './pipeline';
import { AnnotationProblems } from './problems';
import { resolveMetrics } from './resolve-metrics';
import { resolveRollouts } from './resolve-rollouts';
import { Located } from './scanner';
import { StageEntry } from './stages';

export interface ResolvedStages {
  stages: AnnotatedStage[];
  autoPromote: string[];
  autoRollback: string[];
  checks: AnnotatedCheck[];
  metrics: AnnotatedMetric[];
}

/** Joins what the annotations say about each stage; unknown names are told with the known ones. */
export function resolveStages(
  parsed: ParsedAnnotations,
  problems: AnnotationProblems,
): ResolvedStages {
  const entries = parsed.stages ?? [];
  const stages = entries.map((entry, index) =>
    toStage(entry, entries[index - 1]),
  );
  const byName = new Map(stages.map(stage => [stage.name, stage]));
  checkOrder(entries, stages, problems);
  const lookUp = (
    key: string,
    { value, offset }: Located<string>,
  ): AnnotatedStage | undefined => {
    const stage = byName.get(value);
    if (!stage && parsed.stages) {
      const cure = suggestion(value, [...byName.keys()]);
      problems.add({
        key,
        message: `There is no stage ${value}`,
        cure,
        offset,
      });
    }
    return stage;
  };
  const assign = (
    key: string,
    names: Located<string>[],
    set: (stage: AnnotatedStage) => boolean,
  ) => {
    for (const name of names) {
      const stage = lookUp(key, name);
      if (stage && !set(stage)) {
        const message = `Stage ${name.value} has an entry already`;
        problems.add({
          key,
          message,
          cure: 'Keep one entry per stage.',
          offset: name.offset,
        });
      }
    }
  };
  checkSoak(parsed, byName, problems);
  for (const { key, stages: names, set } of stageEntries(parsed))
    assign(key, names, set);
  const checks = parsed.verify.map((entry, index): AnnotatedCheck => {
    return {
      ...entry,
      name: parsed.verify.length === 1 ? 'verify' : `verify-${index + 1}`,
    };
  });
  for (const check of checks) {
    assign(EntityAnnotation.verify, check.stages ?? [], stage =>
      setOnce(stage, 'check', check),
    );
  }
  assignGeneralCheck(checks, stages, problems);
  const metrics = resolveMetrics(parsed.metrics, stages, name =>
    lookUp(EntityAnnotation.metrics, name),
  );
  resolveRollouts(parsed.rollouts, {
    ...{ stages, problems },
    lookUp: name => lookUp(EntityAnnotation.rollouts, name),
  });
  const listed = (key: 'autoPromote' | 'autoRollback') => {
    const known = parsed[key].filter(name =>
      lookUp(EntityAnnotation[key], name),
    );
    return [...new Set(known.map(({ value }) => value))];
  };
  return {
    stages,
    autoPromote: listed('autoPromote'),
    autoRollback: listed('autoRollback'),
    checks,
    metrics,
  };
}

interface StageSetting {
  key: string;
  stages: Located<string>[];
  /** @returns false when the stage has one already */
  set: (stage: AnnotatedStage) => boolean;
}

/** What is said of stages by name, each once. */
function stageEntries(parsed: ParsedAnnotations): StageSetting[] {
  const once = <K extends StageField>(
    field: K,
    stages: Located<string>[],
    value: AnnotatedStage[K],
  ): StageSetting => ({
    key: EntityAnnotation[field],
    stages,
    set: stage => setOnce(stage, field, value),
  });
  return [
    ...parsed.approvals.map(({ stages, rule }) =>
      once('approvals', stages, rule),
    ),
    ...parsed.rollbackApprovals.map(({ stages, rules }) =>
      once('rollbackApprovals', stages, rules),
    ),
    ...parsed.queue.map(({ stages, queue }) => once('queue', stages, queue)),
    ...parsed.tests.map(({ stages, tests }) => once('tests', stages, tests)),
    ...parsed.soak.map(({ stages, time }) => once('soak', stages, time)),
  ];
}

function checkSoak(
  { soak }: ParsedAnnotations,
  byName: ReadonlyMap<string, AnnotatedStage>,
  problems: AnnotationProblems,
): void {
  const names = soak.flatMap(({ stages }) => stages);
  for (const name of names.filter(
    ({ value }) => byName.get(value)?.sources.length === 0,
  )) {
    problems.add({
      key: EntityAnnotation.soak,
      message: `Stage ${name.value} takes freight straight from the registry, so nothing soaks before it`,
      cure: 'Name a later stage: the time is spent in the stage before it.',
      offset: name.offset,
    });
  }
}

function toStage(
  entry: StageEntry,
  before: StageEntry | undefined,
): AnnotatedStage {
  const sources =
    entry.sources?.map(({ value }) => value) ?? (before ? [before.value] : []);
  return { name: entry.value, sources, strategy: entry.strategy };
}

/** Fields with an annotation of the same name. */
type StageField =
  | 'approvals'
  | 'queue'
  | 'rollbackApprovals'
  | 'soak'
  | 'tests';

function setOnce<K extends StageField | 'check'>(
  stage: AnnotatedStage,
  field: K,
  value: AnnotatedStage[K],
): boolean {
  if (stage[field] !== undefined) {
    return false;
  }
  stage[field] = value;
  return true;
}

/** An entry without stages is for every stage that no other entry names. */
function assignGeneralCheck(
  checks: AnnotatedCheck[],
  stages: AnnotatedStage[],
  problems: AnnotationProblems,
): void {
  const [general, ...more] = checks.filter(check => !check.stages);
  for (const { offset } of more) {
    problems.add({
      key: EntityAnnotation.verify,
      message: 'There is a second entry for all stages',
      cure: 'Name the stages before =, such as prod = https://….',
      offset,
    });
  }
  for (const stage of stages.filter(({ check }) => check === undefined)) {
    stage.check = general;
  }
}

function checkOrder(
  entries: StageEntry[],
  stages: AnnotatedStage[],
  problems: AnnotationProblems,
): void {
  const key = EntityAnnotation.stages;
  const names = stages.map(({ name }) => name);
  entries.forEach(({ value, offset, sources }, index) => {
    if (names.indexOf(value) !== index) {
      problems.add({
        key,
        message: `Stage ${value} is listed twice`,
        cure: 'Remove one of the two.',
        offset,
      });
    }
    for (const source of sources ?? []) {
      if (!names.includes(source.value)) {
        const cure = suggestion(source.value, names);
        problems.add({
          key,
          message: `There is no stage ${source.value}`,
          cure,
          offset: source.offset,
        });
      }
    }
  });
  const placed = new Set<string>();
  const ready = ({ sources }: AnnotatedStage) =>
    sources.every(name => placed.has(name) || !names.includes(name));
  for (
    let stage = stages.find(ready);
    stage;
    stage = stages.find(s => !placed.has(s.name) && ready(s))
  ) {
    if (placed.has(stage.name)) {
      break;
    }
    placed.add(stage.name);
  }
  const stuck = entries.find(({ value }) => !placed.has(value));
  if (stuck) {
    problems.add({
      key,
      message: `Stage ${stuck.value} waits for itself, by way of its sources`,
      cure: 'Change what stands after < so that each stage comes after its sources.',
      offset: stuck.offset,
    });
  }
}
