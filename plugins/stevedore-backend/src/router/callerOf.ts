import type { Request } from 'express';
import { Caller } from '../service/StevedoreService';
import { RouterDeps } from './RouterDeps';

/**
 * Who calls. People do things; other services may only read, unless an operation is for bots, too.
 * @throws AuthenticationError, NotAllowedError
 */
export async function callerOf(
  { httpAuth, userInfo }: RouterDeps,
  request: Request,
  { bots = request.method === 'GET' }: { bots?: boolean } = {},
): Promise<Caller> {
  const allow: ('service' | 'user')[] = bots ? ['user', 'service'] : ['user'];
  const credentials = await httpAuth.credentials(request, { allow });
  const { principal } = credentials;
  if (principal.type === 'service') {
    const ref = `component:${principal.subject}`;
    return { credentials, request, actor: { ref, ownership: [ref] } };
  }
  const info = await userInfo.getUserInfo(credentials);
  return {
    credentials,
    request,
    actor: { ref: info.userEntityRef, ownership: info.ownershipEntityRefs },
  };
}
