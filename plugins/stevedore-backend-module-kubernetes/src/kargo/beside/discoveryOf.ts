import {
  Discovery,
  WarehouseCondition,
  WarehouseConditionType,
} from '@stevedore/promotion-engine';
import { isoOf } from './freightRowOf';
import { Condition, createdAt, WarehouseObject } from './objects';

const TYPES: readonly string[] = [
  'Ready',
  'Healthy',
  'FreightCreationCriteriaSatisfied',
  'FreightCreated',
] satisfies WarehouseConditionType[];

/** What a warehouse found and how it is; undefined before Kargo has looked at it. */
export function discoveryOf(object: WarehouseObject): Discovery | undefined {
  const { conditions = [], discoveredArtifacts } = object.status ?? {};
  if (conditions.length === 0 && !discoveredArtifacts) return undefined;
  const { discoveredAt, git, images, charts } = discoveredArtifacts ?? {};
  const ill = conditions.find(
    ({ type, status }) => type === 'Healthy' && status === 'False',
  );
  return {
    at: isoOf(discoveredAt ?? createdAt(object)),
    error: ill && (ill.message || ill.reason || 'it is not healthy'),
    // the fields are Kargo's; lists that are empty are left out there
    git: lists(git, 'commits') as unknown as Discovery['git'],
    images: lists(images, 'references') as unknown as Discovery['images'],
    charts: lists(charts, 'versions') as unknown as Discovery['charts'],
    conditions: conditions.filter(isShown).map(conditionOf),
  };
}

function lists<T extends Record<string, unknown>>(
  found: unknown[] = [],
  list: string,
): T[] {
  return found.map(each => ({ [list]: [], ...(each as T) }));
}

const isShown = ({ type }: Condition) => TYPES.includes(type);

function conditionOf({
  type,
  status,
  reason = '',
  message = '',
}: Condition): WarehouseCondition {
  return {
    type: type as WarehouseConditionType,
    status: status === 'True' || status === 'False' ? status : 'Unknown',
    reason,
    message,
  };
}
