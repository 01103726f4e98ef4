import { suggestion } from '../nearest';
import { StageAnnotation } from '../annotations/names';
import { declaredNames, Definition, Report } from './definition';

/** Metrics that a stage wants good are analysis templates that are there. */
export function checkMetrics(definition: Definition): Report[] {
  const declared = declaredNames(definition, 'AnalysisTemplate');
  return definition.stages.flatMap(({ value: stage, document }) =>
    (stage.metrics ?? [])
      .filter(name => !declared.includes(name))
      .map(name => ({
        document,
        finding: {
          path: ['metadata', 'annotations', StageAnnotation.metrics],
          message: `There is no AnalysisTemplate ${name}.`,
          cure: suggestion(name, declared),
        },
      })),
  );
}
