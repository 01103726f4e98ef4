import { formatGoUrl, hasQueryKey, parseGoUrl } from './goUrl';
import { parseImageName } from './imageName';
import { dropUnprintable, toLowerSimple } from './text';

const SCP = /^((?:[\w-]+@)?[\w-]+(?:\.[\w-]+)*)(?::(.*))?$/;
const DOCKER_HUB = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
]);

const dropSuffix = (text: string, suffix: string): string =>
  text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;

function withoutGitSuffix(
  text: string,
  options: { keepUser: boolean },
): string | undefined {
  const url = parseGoUrl(text);
  if (!url || hasQueryKey(url)) return undefined;
  const path = dropSuffix(dropSuffix(url.path, '/'), '.git');
  return formatGoUrl({
    ...url,
    path,
    user: options.keepUser ? url.user : undefined,
  });
}

/**
 * One spelling for one Git repository (Kargo: NormalizeGit). What cannot be read comes back as it was given.
 */
export function normalizeGit(repoURL: string): string {
  const text = toLowerSimple(dropUnprintable(repoURL));
  if (/^https?:\/\//.test(text))
    return withoutGitSuffix(text, { keepUser: false }) ?? repoURL;
  if (text.startsWith('ssh://'))
    return withoutGitSuffix(text, { keepUser: true }) ?? repoURL;
  const match = SCP.exec(text);
  if (!match) return repoURL;
  const [, userHost, path = ''] = match;
  const url = parseGoUrl(path);
  if (!url) return repoURL;
  url.path = dropSuffix(dropSuffix(url.path, '/'), '.git');
  return url.path
    ? `ssh://${userHost}/${formatGoUrl(url)}`
    : `ssh://${dropSuffix(userHost, '.git')}`;
}

/** One spelling for one image repository, without tag and digest (Kargo: NormalizeImage). */
export function normalizeImage(repoURL: string): string {
  const name = parseImageName(toLowerSimple(dropUnprintable(repoURL)));
  if (!name) return repoURL;
  if (!DOCKER_HUB.has(name.registry))
    return `${name.registry}/${name.repository}`;
  return name.repository.replace(/^library\//, '');
}

/** One spelling for one chart repository (Kargo: NormalizeChart). */
export function normalizeChart(repoURL: string): string {
  const text = toLowerSimple(dropUnprintable(repoURL));
  if (!parseGoUrl(text)) return repoURL;
  return normalizeImage(text.replace(/^oci:\/\//, ''));
}
