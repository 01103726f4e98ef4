import { StepRow } from '../model/rows';
import { Execution } from './execution';

/** Where a step stands in the definition that runs now; undefined when it is not there any more. */
export async function placeOfStep(
  { engine, promotion }: Execution,
  row: Pick<StepRow, 'alias' | 'uses'>,
): Promise<string | undefined> {
  const definition = await engine.definitions.load(promotion.project);
  const stage = definition?.project.stages.find(
    each => each.name === promotion.stage,
  );
  const name = stage?.target?.stage ?? stage?.name;
  const steps = stage?.promotionTemplate?.steps ?? [];
  // a step of a task stands where the task is named
  const [own] = row.alias.split('::');
  const index = steps.findIndex((step, position) => {
    const kind = 'task' in step ? 'task' : 'step';
    return (step.as ?? `${kind}-${position + 1}`) === own;
  });
  const step = steps[index];
  if (!step || !name || ('uses' in step && step.uses !== row.uses))
    return undefined;
  const path = ['spec', 'promotionTemplate', 'spec', 'steps', index];
  return definition?.placeOf?.({ kind: 'Stage', name }, path);
}
