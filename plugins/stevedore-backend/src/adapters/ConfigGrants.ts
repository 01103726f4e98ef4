import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import {
  AccessRequest,
  Grants,
  httpRefusal,
  normalizeGit,
} from '@stevedore/promotion-engine';
import picomatch from 'picomatch';
import { AUTHORIZATION_FILE, AUTHORIZATION_FOLDER } from './authorizationFile';
import { GrantRule, NotCovered, notCovered } from './grantRule';
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
  platform: Pick<PlatformConfig, 'grants' | 'registries' | 'httpAllow'>;
  entity: (entityRef: string) => Promise<Entity | undefined>;
  /** What repositories say themselves; absent: nothing. */
  authorizations?: {
    grantsOf(repoURL: string): Promise<(GrantRule & { entity: string })[]>;
  };
}

/**
 * The portal's credentials are stronger than most people's: a project touches only its own source and what the
 * platform or the repository itself grants (design, section 4). The source is what the catalog says in `managed-by-location`; an author's
 * `source-location` proves nothing.
 */
export class ConfigGrants implements Grants {
  readonly #options: ConfigGrantsOptions;

  constructor(options: ConfigGrantsOptions) {
    this.#options = options;
  }

  async refusal(request: AccessRequest): Promise<string | undefined> {
    const isArtifact = request.kind === 'image' || request.kind === 'chart';
    // who may write there has to be granted, whoever may read
    if (isArtifact && request.access === 'read')
      return this.#registryRefusal(request);
    if (request.kind === 'http') return this.#httpRefusal(request.url);
    const rule = request.access === 'write' && request.paths?.find(isRule);
    if (rule) return refuseRule(request, rule);
    const entity = await this.#options.entity(request.entityRef);
    if (entity && isOwnSource(entity, request.url)) return undefined;
    const granted = this.#options.platform.grants.filter(grant =>
      concerns(grant, request, entity),
    );
    if (!notCovered(granted, request)) return undefined;
    const authorized = await this.#authorized(request, entity);
    const missing = notCovered([...granted, ...authorized], request);
    return missing && sentenceOf(request, missing);
  }

  /** An entity that is not in the catalog is nobody whom a repository could name. */
  async #authorized(
    request: AccessRequest,
    entity: Entity | undefined,
  ): Promise<GrantRule[]> {
    const { authorizations } = this.#options;
    if (!entity || !authorizations || request.kind !== 'git') return [];
    const grants = await authorizations.grantsOf(request.url);
    return grants.filter(
      grant => grant.entity.toLowerCase() === stringifyEntityRef(entity),
    );
  }

  /** No credentials of the portal go along, so the list of hosts is all there is to ask; it does for checks, too. */
  #httpRefusal(url: string): string | undefined {
    if (!URL.canParse(url)) return `${url} is not an address`;
    return httpRefusal(new URL(url), this.#options.platform.httpAllow);
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
  if (!isMeant(grant.repository, request)) return false;
  if (!grant.entities) return true;
  return (
    entity !== undefined && evaluateFilterPredicate(grant.entities, entity)
  );
}

/** One repository however its address is written; objects of clusters by a glob. */
function isMeant(granted: string, { kind, url }: AccessRequest): boolean {
  return kind === 'kubernetes'
    ? picomatch.isMatch(url, granted)
    : normalizeGit(granted) === normalizeGit(url);
}

/** A promotion that could write these could give itself more. */
const isRule = (path: string) => path.startsWith(AUTHORIZATION_FOLDER);

const refuseRule = ({ entityRef, url }: AccessRequest, path: string): string =>
  `${entityRef} may not write ${url} (path ${path}): what is below ${AUTHORIZATION_FOLDER} says who may use the repository, so no promotion changes it; commit it yourself`;

function sentenceOf(request: AccessRequest, { path }: NotCovered): string {
  const { entityRef, access, url, branch, kind } = request;
  const where = [branch && `branch ${branch}`, path && `path ${path}`].filter(
    Boolean,
  );
  const what = where.length > 0 ? ` (${where.join(', ')})` : '';
  const file =
    kind === 'git' ? `, or to ${AUTHORIZATION_FILE} of that repository` : '';
  return (
    `${entityRef} may not ${access} ${url}${what}: ` +
    `add a grant with access [${access}] for it to stevedore.grants in app-config.yaml${file}`
  );
}
