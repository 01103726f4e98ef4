import { z } from 'zod';
import {
  ImageSubscription,
  Subscription,
  Warehouse,
} from '../../model/definition';
import { DURATION_CURE, parseDuration } from '../duration';
import { Finding, ManifestDocument } from '../document';
import { suggestion } from '../nearest';
import { ReadOptions } from '../options';
import { Path } from '../path';
import { readShape } from '../shape';
import { isLabel, NAME_CURE, objectShape, rule } from './common';
import {
  normalizeImageRepository,
  readImageSubscription,
} from './image-subscription';

const INTERVAL = /^([0-9]+(\.[0-9]+)?(s|m|h))+$/;

const Interval = z
  .string()
  .refine(
    text => INTERVAL.test(text),
    rule('This is no interval.', { cure: DURATION_CURE }),
  )
  .transform(text => parseDuration(text) ?? 0);

const Shape = objectShape(
  z.strictObject({
    shard: z.string().optional(),
    interval: Interval.default(300_000),
    freightCreationPolicy: z.enum(['Automatic', 'Manual']).default('Automatic'),
    freightCreationCriteria: z
      .strictObject({ expression: z.string().optional() })
      .optional(),
    subscriptions: z.array(z.record(z.string(), z.unknown())).min(1),
  }),
);

export interface WarehouseResult {
  warehouse?: Warehouse;
  findings: Finding[];
}

export function readWarehouse(
  document: ManifestDocument,
  options: ReadOptions,
): WarehouseResult {
  const { value, findings } = readShape(Shape, document.value);
  if (!value) {
    return { findings };
  }
  const {
    interval,
    freightCreationPolicy,
    freightCreationCriteria,
    subscriptions,
  } = value.spec;
  if (freightCreationCriteria?.expression !== undefined) {
    findings.push({
      path: ['spec', 'freightCreationCriteria'],
      atKey: true,
      message: 'freightCreationCriteria are not supported yet.',
      cure: 'Remove them, or set freightCreationPolicy: Manual.',
    });
  }
  const read = readSubscriptions(subscriptions, options);
  return {
    warehouse: {
      name: value.metadata.name,
      intervalMs: interval,
      freightCreationPolicy,
      subscriptions: read.subscriptions,
    },
    findings: [...findings, ...read.findings],
  };
}

function readSubscriptions(
  raw: Record<string, unknown>[],
  options: ReadOptions,
) {
  const subscriptions: Subscription[] = [];
  const findings: Finding[] = [];
  const seen = { names: new Set<string>(), images: new Set<string>() };
  raw.forEach((entry, index) => {
    const path: Path = ['spec', 'subscriptions', index];
    const { name, ...typed } = entry;
    const types = Object.keys(typed);
    if (types.length !== 1) {
      findings.push({
        path,
        verdict: 'admission',
        message: `A subscription has exactly one field that names its type, beside name; this one has ${types.length}.`,
        cure: 'Write one list entry per image.',
      });
      return;
    }
    findings.push(...nameFindings(name, { path, seen: seen.names }));
    if (types[0] !== 'image') {
      findings.push(unsupported(types[0], path));
      return;
    }
    const result = readImageSubscription(typed.image, {
      path: [...path, 'image'],
      options,
    });
    findings.push(...result.findings);
    if (result.image) {
      findings.push(
        ...duplicateImage(result.image, { path, seen: seen.images }),
      );
      subscriptions.push(
        typeof name === 'string'
          ? { name, image: result.image }
          : { image: result.image },
      );
    }
  });
  return { subscriptions, findings };
}

function nameFindings(
  name: unknown,
  { path, seen }: { path: Path; seen: Set<string> },
): Finding[] {
  if (name === undefined) {
    return [];
  }
  const at = { path: [...path, 'name'], verdict: 'admission' as const };
  if (typeof name !== 'string' || !isLabel(name)) {
    return [
      { ...at, message: 'This is no name of a subscription.', cure: NAME_CURE },
    ];
  }
  if (seen.has(name)) {
    return [
      {
        ...at,
        message: `Two subscriptions are named ${name}.`,
        cure: 'Give each its own name.',
      },
    ];
  }
  seen.add(name);
  return [];
}

function unsupported(type: string, path: Path): Finding {
  const known = type === 'git' || type === 'chart';
  return {
    path: [...path, type],
    atKey: true,
    verdict: known ? 'runnable' : 'admission',
    message: known
      ? `Subscriptions to ${
          type === 'git' ? 'Git repositories' : 'charts'
        } are not supported yet: this version watches images only.`
      : `There is no subscription type ${type}.`,
    cure: known
      ? 'Remove this subscription.'
      : suggestion(type, ['image', 'git', 'chart']),
  };
}

function duplicateImage(
  image: ImageSubscription,
  { path, seen }: { path: Path; seen: Set<string> },
): Finding[] {
  const repository = normalizeImageRepository(image.repoURL);
  if (seen.has(repository)) {
    return [
      {
        path: [...path, 'image', 'repoURL'],
        verdict: 'admission',
        message: `This warehouse subscribes to ${image.repoURL} already.`,
        cure: 'Remove one of the two, or put it into a Warehouse of its own.',
      },
    ];
  }
  seen.add(repository);
  return [];
}
