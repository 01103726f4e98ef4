import { Project, Stage } from '../model/definition';

/** The stages that hold freight for a Stage: those of its targets, or itself. */
export function stagesFor({ stages }: Project, stage: Stage): Stage[] {
  return stage.targets
    ? stages.filter(({ name }) => stage.targets!.includes(name))
    : [stage];
}
