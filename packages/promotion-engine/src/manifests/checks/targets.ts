import { Stage } from '../../model/definition';
import { isSubdomain } from '../documents/common';
import { targetsOf, targetStageName } from '../with-targets';
import {
  declaredNames,
  Definition,
  Report,
  Sourced,
  TargetSelection,
} from './definition';

/** Stages with targets have some, and steps to promote to them; what comes after can be had of several. */
export function checkTargets(definition: Definition): Report[] {
  const selected = new Map(
    definition.selections.map(({ value }) => [value.name, value]),
  );
  return definition.stages.flatMap(stage => [
    ...ofTargets(stage, selected.get(stage.value.name), definition),
    ...after(stage, selected),
  ]);
}

function ofTargets(
  { value: stage, document }: Sourced<Stage>,
  selection: TargetSelection | undefined,
  definition: Definition,
): Report[] {
  if (!selection) return [];
  const report = (message: string, cure: string): Report => ({
    document,
    finding: { path: ['spec', 'targets'], atKey: true, message, cure },
  });
  if (!stage.promotionTemplate)
    return [
      report(
        `Stage ${stage.name} has targets and no steps, so nothing is promoted to them.`,
        'Add promotionTemplate.spec.steps, or remove targets.',
      ),
    ];
  const targets = matching(selection, definition);
  if (targets?.length === 0) {
    const known = declaredNames(definition, 'Target');
    return [
      report(
        `No Target fits the selectors of Stage ${stage.name}.`,
        known.length > 0
          ? `Change the selectors, or the labels of ${known.join(', ')}.`
          : 'Add documents of kind Target, or remove targets.',
      ),
    ];
  }
  const stages = declaredNames(definition, 'Stage');
  return (targets ?? []).flatMap(({ name }) => {
    const part = targetStageName(stage.name, name);
    if (stages.includes(part))
      return [
        report(
          `Stage ${stage.name} for Target ${name} has the name of Stage ${part}.`,
          'Rename one of them.',
        ),
      ];
    return isSubdomain(part)
      ? []
      : [
          report(
            `The name ${part} of Stage ${stage.name} for Target ${name} is longer than 253 characters.`,
            'Shorten one of the names.',
          ),
        ];
  });
}

/** A selector that cannot be read is an error of its own. */
function matching(selection: TargetSelection, definition: Definition) {
  try {
    return targetsOf(selection, definition);
  } catch {
    return undefined;
  }
}

function after(
  { value: stage, document }: Sourced<Stage>,
  selected: ReadonlyMap<string, TargetSelection>,
): Report[] {
  return stage.requestedFreight.flatMap(({ sources }, index): Report[] => {
    const before = sources.stages.filter(name => selected.has(name));
    if (before.length === 0) return [];
    const path = ['spec', 'requestedFreight', index, 'sources'];
    const all = sources.availabilityStrategy === 'All';
    if (sources.selectionPolicy === 'MatchUpstream')
      return [
        {
          document,
          finding: {
            path: [...path, 'autoPromotionOptions', 'selectionPolicy'],
            message: `MatchUpstream never matches ${before[0]}: each of its targets may hold other freight.`,
            cure: 'Use NewestFreight.',
          },
        },
      ];
    return sources.requiredSoakMs > 0 && sources.stages.length > 1 && !all
      ? [
          {
            document,
            finding: {
              path: [...path, 'requiredSoakTime'],
              message: `Freight soaks in every target of ${before.join(
                ', ',
              )}, which cannot be one of several sources.`,
              cure: 'Set availabilityStrategy: All, or keep one stage in sources.stages.',
            },
          },
        ]
      : [];
  });
}
