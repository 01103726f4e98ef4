import { Config } from '@backstage/config';
import { FilterPredicate } from '@backstage/filter-predicates';
import { checkWindow, PromotionWindow } from '@stevedore/promotion-engine';

/** Which stages a policy is about, and what it adds there. */
export interface PolicyConfig {
  /** Glob over names of stages. */
  stages: string;
  /** Labels that the stage has to have. */
  labels?: Record<string, string>;
  entities?: FilterPredicate;
  approvals?: string;
  /** What a rollback needs instead: a rule, or `none`. */
  rollbackApprovals?: string;
  windows?: (PromotionWindow & { rollbacks?: boolean })[];
  /** Globs over kinds of steps. */
  steps?: string[];
  /** Hosts, as in `stevedore.http.allow`. */
  hosts?: string[];
  /** Globs over addresses of repositories. */
  repositories?: string[];
  /** Where it stands, e.g. `stevedore.policies[0]`. */
  where?: string;
}

const RULES = [
  'approvals',
  'rollbackApprovals',
  'windows',
  'steps',
  'hosts',
  'repositories',
];

/** @throws Error that names the key when a policy says nothing, or what it says cannot be read */
export function readPolicy(policy: Config, index: number): PolicyConfig {
  const where = `stevedore.policies[${index}]`;
  if (!RULES.some(key => policy.has(key)))
    throw new Error(
      `${where} says nothing: give it ${RULES.slice(0, -1).join(', ')} or ${
        RULES[RULES.length - 1]
      }.`,
    );
  const labels = policy.getOptional<Record<string, string>>('labels');
  return {
    where,
    labels,
    stages: policy.getOptionalString('stages') ?? '*',
    entities: policy.getOptional<FilterPredicate>('entities'),
    approvals: policy.getOptionalString('approvals'),
    rollbackApprovals: policy.getOptionalString('rollbackApprovals'),
    steps: policy.getOptionalStringArray('steps'),
    hosts: policy.getOptionalStringArray('hosts'),
    repositories: policy.getOptionalStringArray('repositories'),
    windows: policy
      .getOptionalConfigArray('windows')
      ?.map((window, at) => readWindow(window, `${where}.windows[${at}]`)),
  };
}

function readWindow(
  config: Config,
  where: string,
): PromotionWindow & { rollbacks?: boolean } {
  const kind = config.getString('kind');
  if (kind !== 'Allow' && kind !== 'Deny')
    throw new Error(`${where}.kind is ${kind}; it is Allow or Deny.`);
  const window = {
    kind,
    name: config.getString('name'),
    dtstart: config.getString('dtstart'),
    dtend: config.getString('dtend'),
    rrule: config.getOptionalString('rrule'),
    rollbacks: config.getOptionalBoolean('rollbacks'),
  } as const;
  try {
    checkWindow(window);
  } catch (error) {
    throw new Error(`${where} cannot be read: ${(error as Error).message}`);
  }
  return window;
}
