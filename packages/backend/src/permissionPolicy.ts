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
/** Permissions of the plugin that only a platform's admin has. */
const ADMIN_PERMISSIONS = /^stevedore\.(admin|platform)\./;

/**
 * Who may do what in the demo.
 *
 * Everyone who is signed in reads; viewers do nothing else; admins do everything; all
 * others do everything but the platform's own business.
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
    if (permission.attributes.action === 'read') {
      return { result: AuthorizeResult.ALLOW };
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      user.credentials,
    );
    if (ownershipEntityRefs.includes(ADMINS)) {
      return { result: AuthorizeResult.ALLOW };
    }
    const denied =
      ownershipEntityRefs.includes(VIEWERS) ||
      ADMIN_PERMISSIONS.test(permission.name);
    return { result: denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW };
  }
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
