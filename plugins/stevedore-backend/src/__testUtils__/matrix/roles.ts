/** Who calls. A service of the same Backstage passes its permission framework, so only the plugin itself stops it. */
export const ROLES = [
  'viewer',
  'developer',
  'owner',
  'release manager',
  'admin',
  'anonymous',
  'other service',
] as const;
export type Role = (typeof ROLES)[number];

const VIEWER = ['stevedore.pipeline.read', 'stevedore.platform.read'];
const DEVELOPER = [
  ...VIEWER,
  'stevedore.plan.read',
  'stevedore.promotion.create',
  'stevedore.promotion.abort',
  'stevedore.promotion.retry',
  'stevedore.promotion.respond',
  'stevedore.freight.create',
  'stevedore.freight.update',
  'stevedore.freight.test',
  'stevedore.warehouse.refresh',
  'stevedore.stage.verify',
];
const OWNER = [
  ...DEVELOPER,
  'stevedore.promotion.review',
  'stevedore.freight.quarantine',
  'stevedore.stage.hold',
  'stevedore.stage.rollback',
  'stevedore.stage.rollout',
  'stevedore.stage.lock',
];
const RELEASE_MANAGER = [
  ...OWNER,
  'stevedore.promotion.approve',
  'stevedore.promotion.break-glass',
  'stevedore.freight.waive',
  'stevedore.freight.lift',
  'stevedore.stage.freeze',
];
const ADMIN = [
  ...RELEASE_MANAGER,
  'stevedore.platform.lock',
  'stevedore.platform.freeze',
];

/** What the policy of the matrix gives to each role; an example to begin with. */
export const PERMISSIONS: Record<Role, readonly string[]> = {
  viewer: VIEWER,
  developer: DEVELOPER,
  owner: OWNER,
  'release manager': RELEASE_MANAGER,
  admin: ADMIN,
  anonymous: [],
  'other service': ADMIN,
};

/** Names of the people in the tests' world. */
export const PERSON: Partial<Record<Role, string>> = {
  viewer: 'vera',
  developer: 'dora',
  owner: 'ada',
  'release manager': 'ravi',
  admin: 'alex',
};
