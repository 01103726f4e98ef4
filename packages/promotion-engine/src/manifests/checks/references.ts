import { selectsStage } from '../../decide/isAutoPromotionEnabled';
import { StageSelector } from '../../model/definition';
import { suggestion } from '../nearest';
import { declaredNames, Definition, Report, Sourced } from './definition';

/** Stages name warehouses, stages and templates that exist, and never themselves. */
export function checkReferences(definition: Definition): Report[] {
  const warehouses = declaredNames(definition, 'Warehouse');
  const stages = declaredNames(definition, 'Stage');
  return definition.stages.flatMap(({ value: stage, document }) =>
    stage.requestedFreight.flatMap((request, index) => {
      const reports: Report[] = [];
      const path = ['spec', 'requestedFreight', index];
      const { name } = request.origin;
      if (!warehouses.includes(name)) {
        reports.push({
          document,
          finding: {
            path: [...path, 'origin', 'name'],
            message: `There is no Warehouse ${name}.`,
            cure: suggestion(name, warehouses),
          },
        });
      }
      request.sources.stages.forEach((upstream, position) => {
        const at = [...path, 'sources', 'stages', position];
        if (upstream === stage.name) {
          reports.push({
            document,
            finding: {
              path: at,
              message: `Stage ${stage.name} names itself as its source.`,
              cure: 'Name the stage before it.',
            },
          });
        } else if (!stages.includes(upstream)) {
          reports.push({
            document,
            finding: {
              path: at,
              message: `There is no Stage ${upstream}.`,
              cure: suggestion(upstream, stages),
            },
          });
        }
      });
      return reports;
    }),
  );
}

/** Names are unique per kind, and there is at most one project. */
export function checkDuplicates(definition: Definition): Report[] {
  return [
    definition.warehouses,
    definition.stages,
    definition.templates,
    definition.tasks,
  ].flatMap((list: Sourced<{ name: string }>[]) => {
    const seen = new Set<string>();
    return list.flatMap(({ value, document }): Report[] => {
      const identity = `${document.kind} ${value.name}`;
      const known = seen.has(identity);
      seen.add(identity);
      return known
        ? [
            {
              document,
              finding: {
                path: ['metadata', 'name'],
                message: `There is another ${document.kind} named ${value.name}.`,
                cure: 'Rename or remove one of them.',
              },
            },
          ]
        : [];
    });
  });
}

/** A policy or a window for stages that do not exist does nothing, which is seldom meant. */
export function checkSelectors(definition: Definition): Report[] {
  const { policies, windows } = definition;
  return [
    ...policies.map(({ policy, document, path }) => ({
      what: 'The policy',
      selector: policy.selector,
      document,
      path,
    })),
    ...windows.map(({ window, document, path }) => ({
      what: `Window ${window.window.name}`,
      selector: window.selector,
      document,
      path,
    })),
  ].flatMap(({ what, selector, document, path }): Report[] => {
    const finding = emptySelection(selector, definition);
    return finding
      ? [
          {
            document,
            finding: {
              path,
              severity: 'warning',
              message: `${what} ${finding.message}`,
              cure: finding.cure,
            },
          },
        ]
      : [];
  });
}

function emptySelection(
  selector: StageSelector,
  definition: Definition,
): { message: string; cure: string } | undefined {
  const names = declaredNames(definition, 'Stage');
  const { name } = selector;
  if (name && !name.includes(':'))
    return names.includes(name)
      ? undefined
      : {
          message: `is for stage ${name}, which does not exist.`,
          cure: suggestion(name, names),
        };
  const stages = definition.stages.map(({ value }) => value);
  // of a stage that could not be read nobody knows the labels
  if (names.length === 0 || stages.length < names.length) return undefined;
  return stages.some(stage => selects(selector, stage))
    ? undefined
    : {
        message: 'selects no stage.',
        cure: `Change its selector; the stages are ${names.join(', ')}.`,
      };
}

/** A selector that cannot be read is an error of its own. */
function selects(
  selector: StageSelector,
  stage: Parameters<typeof selectsStage>[1],
): boolean {
  try {
    return selectsStage(selector, stage);
  } catch {
    return true;
  }
}
