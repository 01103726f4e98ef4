import { parseImageName } from './imageName';
import { normalizeGit } from './urls';

/** Something outside that warehouses watch. */
export interface ArtifactSource {
  /** An OCI chart is an image; `chart` is a repository over HTTP. */
  kind: 'image' | 'git' | 'chart';
  repoURL: string;
}

/**
 * One text for one source, however it was written: `nginx`, `docker.io/library/nginx` and
 * `oci://index.docker.io/library/nginx:1.27` are the same; so are spellings of one Git repository.
 */
export function sourceKey({ kind, repoURL }: ArtifactSource): string {
  if (kind === 'git') return `git:${normalizeGit(repoURL)}`;
  if (kind === 'chart') return `chart:${repoURL.trim().replace(/\/+$/, '')}`;
  const text = repoURL.trim().replace(/^oci:\/\//, '');
  const name = parseImageName(text);
  if (!name) return `${kind}:${text}`;
  const { registry, repository } = name;
  const hub = registry === 'index.docker.io';
  const path =
    hub && !repository.includes('/') ? `library/${repository}` : repository;
  return `${kind}:${hub ? 'docker.io' : registry}/${path}`;
}
