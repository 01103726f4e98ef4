import {
  inflateSteps,
  PlainStep,
  TaskReferringStep,
} from '../decide/inflateSteps';
import { ExpressionVariable } from '../model/definition';
import { suite } from './answer';

type KargoStep = PlainStep & { uses?: string };

interface KargoTask {
  metadata: { name: string };
  spec: { vars?: ExpressionVariable[]; steps?: KargoStep[] };
}

interface Input {
  stage: {
    spec: {
      vars?: ExpressionVariable[];
      promotionTemplate?: {
        spec: {
          vars?: ExpressionVariable[];
          steps?: (KargoStep | TaskReferringStep)[];
        };
      };
    };
  };
  tasks?: KargoTask[];
  clusterTasks?: KargoTask[];
}

const tasksOf = (kind: string, tasks: KargoTask[] = []) =>
  tasks.map(({ metadata, spec }) => ({
    kind,
    name: metadata.name,
    vars: spec.vars ?? [],
    steps: spec.steps ?? [],
  }));

export const inflate = suite<Input>(({ stage, tasks, clusterTasks }) => {
  const template = stage.spec.promotionTemplate?.spec;
  const vars = [...(stage.spec.vars ?? []), ...(template?.vars ?? [])];
  const steps = inflateSteps<KargoStep>({
    steps: template?.steps ?? [],
    vars,
    tasks: [
      ...tasksOf('PromotionTask', tasks),
      ...tasksOf('ClusterPromotionTask', clusterTasks),
    ],
  });
  return { steps: steps.map(withoutEmptyVariables), vars };
});

/** Kargo's JSON leaves out what is empty. */
function withoutEmptyVariables({ vars, ...step }: KargoStep) {
  return vars && vars.length > 0 ? { ...step, vars } : step;
}
