import { parseGoUrl } from './goUrl';

/** A repository as container tools read it: what has no host lives on Docker Hub. */
export interface ImageName {
  registry: string;
  repository: string;
}

const DOCKER_HUB = 'index.docker.io';
const REPOSITORY = /^[a-z0-9_\-./]{2,255}$/;

function parseRepository(text: string): ImageName | undefined {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  const hasRegistry =
    slash >= 0 && (/[.:]/.test(first) || first === 'localhost');
  const registry = hasRegistry ? first : '';
  const repository = hasRegistry ? text.slice(slash + 1) : text;
  if (!REPOSITORY.test(repository)) return undefined;
  const host = parseGoUrl(`//${registry}`)?.host;
  if (host !== registry) return undefined;
  return {
    registry:
      registry === '' || registry === 'docker.io' ? DOCKER_HUB : registry,
    repository,
  };
}

function parseTagged(text: string): ImageName | undefined {
  const colon = text.lastIndexOf(':');
  if (colon < 0 || text.indexOf('/', colon) >= 0) return parseRepository(text);
  const tag = text.slice(colon + 1);
  if (!/^[\w.-]{1,128}$/.test(tag)) return undefined;
  return parseRepository(text.slice(0, colon));
}

/**
 * Reads a lower-case image reference; tag and digest are dropped.
 * @returns undefined where go-containerregistry's weak validation refuses it.
 */
export function parseImageName(text: string): ImageName | undefined {
  const tagged = parseTagged(text);
  if (tagged) return tagged;
  const parts = text.split('@');
  if (parts.length !== 2 || !/^sha256:[0-9a-f]{64}$/.test(parts[1]))
    return undefined;
  return parseTagged(parts[0]);
}
