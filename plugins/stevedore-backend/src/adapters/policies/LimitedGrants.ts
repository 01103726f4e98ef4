import { Entity } from '@backstage/catalog-model';
import {
  AccessRequest,
  Definitions,
  Grants,
  httpRefusal,
  normalizeGit,
} from '@stevedore/promotion-engine';
import picomatch from 'picomatch';
import { PolicyConfig } from './policyConfig';
import { selectPolicies } from './selectPolicies';

export interface LimitedGrantsOptions {
  inner: Grants;
  platform: { policies: readonly PolicyConfig[] };
  definitions: Pick<Definitions, 'load'>;
  entity: (entityRef: string) => Promise<Entity | undefined>;
}

/**
 * What is granted to a project, less what the platform's policies do not allow in one of its stages. Each policy
 * that names hosts or repositories has to name what a step of the stage touches.
 */
export class LimitedGrants implements Grants {
  readonly #options: LimitedGrantsOptions;

  constructor(options: LimitedGrantsOptions) {
    this.#options = options;
  }

  async refusal(request: AccessRequest): Promise<string | undefined> {
    const refused = await this.#options.inner.refusal(request);
    if (refused !== undefined || request.stage === undefined) return refused;
    const { definitions, entity, platform } = this.#options;
    if (!platform.policies.some(limits)) return undefined;
    const definition = await definitions.load(request.project);
    const stage = definition?.project.stages.find(
      ({ name }) => name === request.stage,
    );
    // a promotion of a stage that is not defined any more is kept to what its name says
    const policies = selectPolicies(
      platform.policies,
      stage ?? {
        name: request.stage,
        labels: {},
        ...(request.of && { target: { stage: request.of } }),
      },
      await entity(request.entityRef),
    );
    const missing = policies.find(policy => !allows(policy, request));
    return missing && sentenceOf(request, missing);
  }
}

const limits = ({ hosts, repositories }: PolicyConfig) =>
  hosts !== undefined || repositories !== undefined;

function allows(
  { hosts, repositories }: PolicyConfig,
  { kind, url }: AccessRequest,
): boolean {
  if (kind === 'http')
    return (
      hosts === undefined ||
      (URL.canParse(url) && httpRefusal(new URL(url), hosts) === undefined)
    );
  if (kind !== 'git' && kind !== 'image' && kind !== 'chart') return true;
  if (repositories === undefined) return true;
  const plain = (address: string) =>
    kind === 'git' ? normalizeGit(address) : address;
  return repositories.some(
    allowed =>
      plain(allowed) === plain(url) ||
      picomatch.isMatch(plain(url), allowed) ||
      picomatch.isMatch(url, allowed),
  );
}

function sentenceOf(
  { entityRef, access, kind, url, stage }: AccessRequest,
  { where }: PolicyConfig,
): string {
  const [what, key] =
    kind === 'http' ? ['host', 'hosts'] : ['repository', 'repositories'];
  return `${entityRef} may not ${access} ${url} in ${stage}: the platform allows other ${key} there; add the ${what} to ${where}.${key} in app-config.yaml`;
}
