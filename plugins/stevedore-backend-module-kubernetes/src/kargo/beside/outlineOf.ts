import { ResourceKind } from '../../api/resourceKind';
import {
  KargoObject,
  PROJECT_CONFIGS,
  STAGES,
  WAREHOUSES,
} from '../kargoKinds';

type Fields = Record<string, unknown>;

/**
 * What a page needs of an object that Kargo has admitted, in fields that every version of Kargo has: what is newer
 * than this portal, or an extension, keeps nothing from being shown.
 */
export function outlineOf(
  kind: ResourceKind,
  object: KargoObject,
): KargoObject {
  const { name, namespace, labels } = object.metadata;
  return {
    metadata: { name, namespace, labels },
    spec: specOf(kind, (object.spec ?? {}) as Fields),
  };
}

function specOf(kind: ResourceKind, spec: Fields): Fields {
  switch (kind) {
    case STAGES:
      return stageSpec(spec);
    case WAREHOUSES:
      return {
        ...pick(spec, ['interval', 'freightCreationPolicy']),
        subscriptions: list(spec.subscriptions).flatMap(subscription),
      };
    case PROJECT_CONFIGS:
      return { promotionPolicies: list(spec.promotionPolicies).map(policy) };
    default:
      return spec;
  }
}

function stageSpec(spec: Fields): Fields {
  const template = object(object(spec.promotionTemplate).spec);
  const steps = list(template.steps).map(step =>
    pick(step, ['uses', 'as', 'task']),
  );
  const templates = list(object(spec.verification).analysisTemplates);
  return {
    requestedFreight: list(spec.requestedFreight).map(request => ({
      origin: pick(object(request.origin), ['kind', 'name']),
      sources: sourcesOf(object(request.sources)),
    })),
    // without steps it is a control-flow stage
    ...(steps.length > 0 && { promotionTemplate: { spec: { steps } } }),
    ...(templates.length > 0 && {
      verification: {
        analysisTemplates: templates.map(each => pick(each, ['name', 'kind'])),
      },
    }),
  };
}

function sourcesOf(sources: Fields): Fields {
  const options = object(sources.autoPromotionOptions);
  return {
    ...pick(sources, [
      'direct',
      'stages',
      'requiredSoakTime',
      'availabilityStrategy',
    ]),
    ...(options.selectionPolicy !== undefined && {
      autoPromotionOptions: pick(options, ['selectionPolicy']),
    }),
  };
}

/** Of a kind that this portal knows; others have no place on the page. */
function subscription(each: Fields): Fields[] {
  const named = pick(each, ['name']);
  if (each.image)
    return [
      {
        ...named,
        image: pick(object(each.image), [
          'repoURL',
          'imageSelectionStrategy',
          'constraint',
        ]),
      },
    ];
  if (each.git)
    return [
      {
        ...named,
        git: pick(object(each.git), [
          'repoURL',
          'commitSelectionStrategy',
          'branch',
          'semverConstraint',
        ]),
      },
    ];
  return each.chart
    ? [
        {
          ...named,
          chart: pick(object(each.chart), [
            'repoURL',
            'name',
            'semverConstraint',
          ]),
        },
      ]
    : [];
}

function policy(each: Fields): Fields {
  const selector = object(each.stageSelector);
  return {
    ...pick(each, ['stage', 'autoPromotionEnabled']),
    ...(each.stageSelector !== undefined && {
      stageSelector: pick(selector, [
        'name',
        'matchLabels',
        'matchExpressions',
      ]),
    }),
  };
}

function pick(from: Fields, names: string[]): Fields {
  return Object.fromEntries(
    names
      .filter(name => from[name] !== undefined)
      .map(name => [name, from[name]]),
  );
}

const object = (value: unknown): Fields =>
  value && typeof value === 'object' ? (value as Fields) : {};

const list = (value: unknown): Fields[] =>
  Array.isArray(value) ? (value as Fields[]) : [];
