import { AnalysisTemplate, Stage } from '../../model/definition';
import { Finding } from '../document';
import { suggestion } from '../nearest';
import { declaredNames, Definition, Report } from './definition';

/** Stages verify with templates that exist and give them what they ask for (Argo merges them into one run). */
export function checkVerification(definition: Definition): Report[] {
  return definition.stages.flatMap(({ value: stage, document }) =>
    stageFindings(stage, definition).map(finding => ({ document, finding })),
  );
}

function stageFindings(stage: Stage, definition: Definition): Finding[] {
  const { analysisTemplates, args } = stage.verification ?? {
    analysisTemplates: [],
    args: [],
  };
  const used: AnalysisTemplate[] = [];
  const findings: Finding[] = [];
  analysisTemplates.forEach(({ kind, name }, index) => {
    const path = ['spec', 'verification', 'analysisTemplates', index, 'name'];
    const known = declaredNames(definition, kind);
    const template = definition.templates.find(
      ({ value }) => value.kind === kind && value.name === name,
    )?.value;
    if (!known.includes(name)) {
      findings.push({
        path,
        message: `There is no ${kind} ${name}.`,
        cure: suggestion(name, known),
      });
    }
    if (!template) {
      return;
    }
    const twice = template.metrics.find(metric =>
      used.some(other =>
        other.metrics.some(({ name: taken }) => taken === metric.name),
      ),
    );
    if (twice) {
      findings.push({
        path,
        message: `Two templates of this stage have a metric named ${twice.name}.`,
        cure: 'Rename the metric in one of them.',
      });
    }
    used.push(template);
  });
  const declared = used.flatMap(template => template.args);
  for (const { name, value } of declared) {
    if (value === undefined && !args.some(argument => argument.name === name)) {
      findings.push({
        path: ['spec', 'verification', 'args'],
        message: `The check needs the argument ${name}, which this stage does not give.`,
        cure: `Add name: ${name} with a value to spec.verification.args.`,
      });
    }
  }
  return findings;
}
