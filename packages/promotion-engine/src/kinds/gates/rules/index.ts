import { Gate, GateInput } from '../../../decide/evaluateGates';
import { InflationError, inflateSteps } from '../../../decide/inflateSteps';
import { WrittenStep } from '../../../model/definition';
import { compileGlob } from '../../../model/glob';
import { AllowList } from '../../../model/stageRules';

/** What the platform allows a stage to do, whatever its definition says: which steps it may use. */
export const rulesGate: Gate = {
  id: 'rules',
  moments: ['request', 'start', 'effect'],
  about: 'stage',
  stateless: true,
  evaluate(input) {
    if (!input.rules)
      return {
        status: 'unknown',
        sentence: 'which steps the platform allows could not be read',
        evidence: {},
        clearedBy: ['time'],
      };
    const { steps } = input.rules;
    if (steps.length === 0) return pass('the platform allows any step');
    const used = stepsOf(input);
    for (const list of steps) {
      const refused = used.find(step => !allows(list, step));
      if (refused !== undefined) return refuse(input, refused, list);
    }
    return pass('the platform allows all of its steps');
  },
};

function stepsOf({ project, stage, promotion }: GateInput): string[] {
  if (promotion) return promotion.steps.map(({ uses }) => uses);
  const { steps = [], vars = [] } = stage.promotionTemplate ?? {};
  try {
    return inflateSteps<WrittenStep>({
      steps,
      vars: [...stage.vars, ...vars],
      tasks: project.tasks,
    }).map(({ uses }) => uses);
  } catch (error) {
    if (!(error instanceof InflationError)) throw error;
    // a request says what is wrong with its tasks; what is written out can be judged all the same
    return steps.flatMap(step => ('uses' in step ? [step.uses] : []));
  }
}

const allows = ({ allow }: AllowList, step: string): boolean =>
  allow.some(glob => compileGlob(glob)(step));

function refuse(
  { stage }: GateInput,
  step: string,
  { allow, where }: AllowList,
) {
  return {
    status: 'blocked' as const,
    sentence: `${stage.name} may not use the step ${step}: add it to ${where} in app-config.yaml, or take it out of the definition`,
    evidence: { step, allow, where },
    clearedBy: ["the platform's configuration", 'author of the pipeline'],
  };
}

const pass = (sentence: string) => ({
  status: 'pass' as const,
  sentence,
  evidence: {},
  clearedBy: [],
});
