import {
  coreServices,
  createBackendModule,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

const ADMINS = 'group:default/platform-admins';
const VIEWERS = 'group:default/viewers';
const RELEASE_MANAGERS = 'group:default/release-managers';

/** Only release managers decide, waive and lift quarantines; the approval policy of a pipeline still has to name them. */
const DECIDE = new Set([
  'stevedore.promotion.approve',
  'stevedore.freight.waive',
  'stevedore.freight.lift',
]);
/** Plans show what the portal can read, so looking is not enough. */
const SEE_PLANS = 'stevedore.plan.read';
/** Permissions of the plugin that only a platform's admin has. */
const ADMIN_PERMISSIONS = /^stevedore\.(admin|platform)\./;

/**
 * Who may do what in the demo.
 *
 * | who             | reads | plans, requests, rolls back, quarantines and so on | approves, waives, lifts quarantines |
 * |-----------------|-------|----------------------------------------------------|-------------------------------------|
 * | viewer          | yes   |                                                    |                                     |
 * | developer       | yes   | yes                                                |                                     |
 * | release manager | yes   | yes                                                | yes                                 |
 * | admin           | yes   | yes                                                | yes                                 |
 */
export class DemoPermissionPolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;

  constructor(options: { userInfo: UserInfoService }) {
    this.#userInfo = options.userInfo;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return { result: AuthorizeResult.DENY };
    const reads = permission.attributes.action === 'read';
    if (reads && permission.name !== SEE_PLANS) {
      return { result: AuthorizeResult.ALLOW };
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      user.credentials,
    );
    const allowed = mayAct(permission.name, new Set(ownershipEntityRefs));
    return { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
  }
}

function mayAct(permission: string, groups: ReadonlySet<string>): boolean {
  if (groups.has(ADMINS)) return true;
  if (groups.has(VIEWERS) || ADMIN_PERMISSIONS.test(permission)) return false;
  return !DECIDE.has(permission) || groups.has(RELEASE_MANAGERS);
}

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'demo-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ policy, userInfo }) {
        policy.setPolicy(new DemoPermissionPolicy({ userInfo }));
      },
    });
  },
});
