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

/** A policy for a stage that does not exist does nothing, which is seldom meant. */
export function checkPolicies(definition: Definition): Report[] {
  const stages = declaredNames(definition, 'Stage');
  return definition.policies.flatMap(({ policy, document, path }): Report[] => {
    const { name } = policy.selector;
    return name === undefined || name.includes(':') || stages.includes(name)
      ? []
      : [
          {
            document,
            finding: {
              path,
              severity: 'warning',
              message: `The policy is for stage ${name}, which does not exist.`,
              cure: suggestion(name, stages),
            },
          },
        ];
  });
}
