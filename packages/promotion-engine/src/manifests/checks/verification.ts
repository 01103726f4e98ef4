import { MergedTemplates, mergeTemplates } from '../../decide/mergeTemplates';
import { Stage } from '../../model/definition';
import { Finding } from '../document';
import { suggestion } from '../nearest';
import { declaredNames, Definition, Report } from './definition';

const TEMPLATES = ['spec', 'verification', 'analysisTemplates'];

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
  const known = definition.templates.map(template => template.value);
  const findings: Finding[] = [];
  analysisTemplates.forEach(({ kind, name }, index) => {
    const declared = declaredNames(definition, kind);
    if (!declared.includes(name)) {
      findings.push({
        path: [...TEMPLATES, index, 'name'],
        message: `There is no ${kind} ${name}.`,
        cure: suggestion(name, declared),
      });
    }
  });
  // a template that is there and cannot be read has told so itself
  const there = analysisTemplates.filter(reference =>
    known.some(
      ({ kind, name }) => kind === reference.kind && name === reference.name,
    ),
  );
  const merged = merge(there, known);
  if (typeof merged === 'string') {
    findings.push({
      path: TEMPLATES,
      message: `The templates of this stage make no check: ${merged}.`,
      cure: 'Mend the template that it names, or use another one.',
    });
    return findings;
  }
  for (const { name, value, secret } of merged.args) {
    const given = args.some(argument => argument.name === name);
    if (value === undefined && !secret && !given) {
      findings.push({
        path: ['spec', 'verification', 'args'],
        message: `The check needs the argument ${name}, which this stage does not give.`,
        cure: `Add name: ${name} with a value to spec.verification.args.`,
      });
    }
  }
  return findings;
}

function merge(
  ...[references, known]: Parameters<typeof mergeTemplates>
): MergedTemplates | string {
  try {
    return mergeTemplates(references, known);
  } catch (error) {
    return (error as Error).message;
  }
}
