import { Entity } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import {
  AccessRequest,
  Grants,
  normalizeGit,
} from '@stevedore/promotion-engine';
import picomatch from 'picomatch';
import { GrantConfig, PlatformConfig } from './platformConfig';

/** Registries that anyone may read; what is pulled from there is public anyway. */
const PUBLIC_REGISTRIES = [
  'docker.io',
  'ghcr.io',
  'quay.io',
  'registry.k8s.io',
  'public.ecr.aws',
];

export interface ConfigGrantsOptions {
  platform: Pick<PlatformConfig, 'grants' | 'registries'>;
  entity: (entityRef: string) => Promise<Entity | undefined>;
}

/**
 * The portal's credentials are stronger than most people's: a project touches only its own source and what the
 * platform grants (design, section 4). The source is what the catalog says in `managed-by-location`; an author's
 * `source-location` proves nothing.
 */
export class ConfigGrants implements Grants {
  readonly #options: ConfigGrantsOptions;

  constructor(options: ConfigGrantsOptions) {
    this.#options = options;
  }

  async refusal(request: AccessRequest): Promise<string | undefined> {
    if (request.kind === 'image' || request.kind === 'chart')
      return this.#registryRefusal(request);
    const entity = await this.#options.entity(request.entityRef);
    if (entity && isOwnSource(entity, request.url)) return undefined;
    const grants = this.#options.platform.grants.filter(grant =>
      concerns(grant, request, entity),
    );
    if (grants.some(grant => covers(grant, request))) return undefined;
    const bad = request.paths?.find(
      path =>
        !grants.some(grant => covers(grant, { ...request, paths: [path] })),
    );
    const what = [
      request.branch && `branch ${request.branch}`,
      bad && `path ${bad}`,
    ]
      .filter(Boolean)
      .join(', ');
    return (
      `${request.entityRef} may not ${request.access} ${request.url}${
        what ? ` (${what})` : ''
      }: ` +
      `add a grant with access [${request.access}] for it to stevedore.grants in app-config.yaml`
    );
  }

  #registryRefusal({
    kind,
    url,
    entityRef,
  }: AccessRequest): string | undefined {
    const host = kind === 'chart' ? chartHost(url) : imageHost(url);
    const known =
      PUBLIC_REGISTRIES.includes(host) ||
      this.#options.platform.registries.some(each => each.host === host);
    if (known) return undefined;
    return `${entityRef} may not read ${kind}s of ${host}: add the host to stevedore.registries in app-config.yaml`;
  }
}

function imageHost(repository: string): string {
  const first = repository.split('/')[0];
  const named =
    first.includes('.') || first.includes(':') || first === 'localhost';
  return named ? first : 'docker.io';
}

function chartHost(repoURL: string): string {
  return URL.canParse(repoURL) ? new URL(repoURL).host : repoURL;
}

function isOwnSource(entity: Entity, url: string): boolean {
  const location =
    entity.metadata.annotations?.['backstage.io/managed-by-location'] ?? '';
  if (!location.startsWith('url:')) return false;
  const source = normalizeGit(location.slice('url:'.length));
  const wanted = normalizeGit(url);
  return source === wanted || source.startsWith(`${wanted}/`);
}

function concerns(
  grant: GrantConfig,
  request: AccessRequest,
  entity: Entity | undefined,
): boolean {
  if (normalizeGit(grant.repository) !== normalizeGit(request.url))
    return false;
  if (!grant.entities) return true;
  return (
    entity !== undefined && evaluateFilterPredicate(grant.entities, entity)
  );
}

function covers(grant: GrantConfig, request: AccessRequest): boolean {
  if (!grant.access.includes(request.access)) return false;
  if (
    request.branch &&
    !picomatch.isMatch(request.branch, grant.branches, { bash: true })
  )
    return false;
  return (request.paths ?? []).every(path =>
    picomatch.isMatch(path, grant.paths, { dot: true }),
  );
}
