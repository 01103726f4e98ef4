import { z } from 'zod';
import { Subscription, Warehouse } from '../../model/definition';
import { normalizeChart, normalizeGit, normalizeImage } from '../../model/urls';
import { Finding, ManifestDocument } from '../document';
import { suggestion } from '../nearest';
import { ReadOptions } from '../options';
import { Path } from '../path';
import { readShape } from '../shape';
import { readChartSubscription } from './chart-subscription';
import { Interval, isLabel, NAME_CURE, objectShape, Shard } from './common';
import { readGitSubscription } from './git-subscription';
import { readImageSubscription } from './image-subscription';
import { readWarehouseAnnotations } from './warehouse-annotations';
import { expressionFinding, SubscriptionContext } from './subscription';

const Shape = objectShape(
  z.strictObject({
    shard: Shard,
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
  const { interval, freightCreationPolicy, subscriptions } = value.spec;
  const own = readWarehouseAnnotations(value.metadata.annotations);
  const criteria = value.spec.freightCreationCriteria?.expression;
  const read = readSubscriptions(subscriptions, options);
  return {
    warehouse: {
      name: value.metadata.name,
      intervalMs: interval,
      freightCreationPolicy,
      ...(criteria ? { freightCreationCriteria: criteria } : {}),
      ...(own.everyVersion ? { everyVersion: true } : {}),
      subscriptions: read.subscriptions,
    },
    findings: [
      ...findings,
      ...own.findings,
      ...expressionFinding(criteria, [
        'spec',
        'freightCreationCriteria',
        'expression',
      ]),
      ...read.findings,
    ],
  };
}

/** Names and repositories that earlier subscriptions took, with where. */
interface Taken {
  names: Set<string>;
  repositories: Map<string, string>;
}

function readSubscriptions(
  raw: Record<string, unknown>[],
  options: ReadOptions,
) {
  const subscriptions: Subscription[] = [];
  const findings: Finding[] = [];
  const taken: Taken = { names: new Set(), repositories: new Map() };
  raw.forEach((entry, index) => {
    const path: Path = ['spec', 'subscriptions', index];
    const { name, ...typed } = entry;
    const types = Object.keys(typed);
    if (types.length !== 1) {
      findings.push({
        path,
        verdict: 'admission',
        message: `A subscription has exactly one field that names its type, beside name; this one has ${types.length}.`,
        cure: 'Write one list entry per repository.',
      });
      return;
    }
    findings.push(...nameFindings(name, { path, taken }));
    const [type] = types;
    const result = readTyped(type, typed[type], {
      path: [...path, type],
      options,
    });
    findings.push(...result.findings);
    if (result.subscription) {
      findings.push(...repositoryFindings(result.subscription, path, taken));
      subscriptions.push(
        typeof name === 'string'
          ? { name, ...result.subscription }
          : result.subscription,
      );
    }
  });
  return { subscriptions, findings };
}

interface TypedResult {
  subscription?: Subscription;
  findings: Finding[];
}

function readTyped(
  type: string,
  raw: unknown,
  context: SubscriptionContext,
): TypedResult {
  switch (type) {
    case 'image': {
      const { image, findings } = readImageSubscription(raw, context);
      return { findings, ...(image ? { subscription: { image } } : {}) };
    }
    case 'git': {
      const { git, findings } = readGitSubscription(raw, context);
      return { findings, ...(git ? { subscription: { git } } : {}) };
    }
    case 'chart': {
      const { chart, findings } = readChartSubscription(raw, context);
      return { findings, ...(chart ? { subscription: { chart } } : {}) };
    }
    default:
      return {
        findings: [
          {
            path: context.path,
            atKey: true,
            verdict: 'admission',
            message: `There is no subscription type ${type}.`,
            cure: suggestion(type, ['image', 'git', 'chart']),
          },
        ],
      };
  }
}

function nameFindings(
  name: unknown,
  { path, taken }: { path: Path; taken: Taken },
): Finding[] {
  if (name === undefined || name === '') {
    return [];
  }
  const at = { path: [...path, 'name'], verdict: 'admission' as const };
  if (typeof name !== 'string' || !isLabel(name)) {
    return [
      { ...at, message: 'This is no name of a subscription.', cure: NAME_CURE },
    ];
  }
  if (taken.names.has(name)) {
    return [
      {
        ...at,
        message: `Two subscriptions are named ${name}.`,
        cure: 'Give each its own name.',
      },
    ];
  }
  taken.names.add(name);
  return [];
}

/** Two spellings of one repository are one repository (kargo.md 2.1). */
function repositoryFindings(
  subscription: Subscription,
  path: Path,
  taken: Taken,
): Finding[] {
  const { type, identity, shown } = identityOf(subscription);
  const other = taken.repositories.get(`${type} ${identity}`);
  taken.repositories.set(`${type} ${identity}`, other ?? shown);
  return other === undefined
    ? []
    : [
        {
          path: [...path, type, 'repoURL'],
          verdict: 'admission',
          message: `This warehouse subscribes to ${shown} already${
            other === shown ? '' : `, as ${other}`
          }.`,
          cure: 'Remove one of the two, or put it into a Warehouse of its own.',
        },
      ];
}

export function identityOf(subscription: Subscription): {
  type: 'image' | 'git' | 'chart';
  identity: string;
  shown: string;
} {
  if ('image' in subscription) {
    const { repoURL } = subscription.image;
    return { type: 'image', identity: normalizeImage(repoURL), shown: repoURL };
  }
  if ('git' in subscription) {
    const { repoURL } = subscription.git;
    return { type: 'git', identity: normalizeGit(repoURL), shown: repoURL };
  }
  const { repoURL, name = '' } = subscription.chart;
  return {
    type: 'chart',
    identity: `${normalizeChart(repoURL)} ${name}`,
    shown: [repoURL, name].filter(Boolean).join(' '),
  };
}
