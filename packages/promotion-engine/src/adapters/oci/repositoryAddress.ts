import { RegistryError } from '../../model/errors';

/** Where a repository is. */
export interface RepositoryAddress {
  /** Host as people write it, with its port: credentials and budgets hang on it. */
  host: string;
  /** `https://registry-1.docker.io`. */
  origin: string;
  /** `library/nginx`. */
  repository: string;
}

const DOCKER_HUB = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
]);
const HOST = /^(\[[0-9a-f:]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?$/i;
/** OCI distribution-spec, section "Pulling manifests". */
const REPOSITORY =
  /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Whether plain HTTP is right: on this machine, or where the operator says so. */
export function isPlain(host: string, insecure: ReadonlySet<string>): boolean {
  return LOOPBACK.test(host) || insecure.has(host);
}

/**
 * Reads `host/repository`; without a host it is Docker Hub.
 * @throws RegistryError for a text that is no repository.
 */
export function repositoryAddress(
  repoURL: string,
  insecure: ReadonlySet<string>,
): RepositoryAddress {
  const text = repoURL.trim().replace(/^oci:\/\//, '');
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(0, slash));
  const named = /[.:]/.test(first) || first === 'localhost';
  const host = named ? first : 'docker.io';
  const repository = named ? text.slice(slash + 1) : text;
  if (!HOST.test(host) || !REPOSITORY.test(repository)) {
    throw new RegistryError(
      `"${repoURL}" is no image repository: write host/name without a tag, such as ghcr.io/acme/web.`,
    );
  }
  if (DOCKER_HUB.has(host)) {
    const name = repository.includes('/')
      ? repository
      : `library/${repository}`;
    return {
      host: 'docker.io',
      origin: 'https://registry-1.docker.io',
      repository: name,
    };
  }
  return {
    host,
    origin: `${isPlain(host, insecure) ? 'http' : 'https'}://${host}`,
    repository,
  };
}
