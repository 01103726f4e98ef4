import { EntityAnnotation } from './names';
import { AnnotatedStage } from './pipeline';
import { AnnotationProblems } from './problems';
import { parseRollouts } from './rollouts';
import { AnnotationSyntaxError, Located } from './scanner';
import { StageRollouts } from './stage-rollouts';

/** Tells each stage which Rollouts are its own, as its annotation names them. */
export function resolveRollouts(
  entries: readonly StageRollouts[],
  {
    stages,
    lookUp,
    problems,
  }: {
    stages: readonly AnnotatedStage[];
    lookUp: (name: Located<string>) => AnnotatedStage | undefined;
    problems: AnnotationProblems;
  },
): void {
  for (const { stages: names, rollouts } of entries) {
    const wanted = names ? names.flatMap(each => lookUp(each) ?? []) : stages;
    for (const { value, offset } of rollouts)
      for (const stage of new Set(wanted)) {
        const rollout = value.replaceAll('{stage}', stage.name);
        const all = [...(stage.rollouts ?? []), rollout];
        try {
          parseRollouts(all.join(', '));
          stage.rollouts = all;
        } catch (error) {
          const { message, cure } = error as AnnotationSyntaxError;
          problems.add({
            ...{ key: EntityAnnotation.rollouts, message, cure, offset },
          });
        }
      }
  }
}
