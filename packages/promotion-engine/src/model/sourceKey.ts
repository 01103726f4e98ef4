import { parseImageName } from './imageName';

/** Something outside that warehouses watch. */
export interface ArtifactSource {
  kind: 'image';
  repoURL: string;
}

/**
 * One text for one source, however it was written: `nginx`, `docker.io/library/nginx` and
 * `oci://index.docker.io/library/nginx:1.27` are the same.
 */
export function sourceKey({ kind, repoURL }: ArtifactSource): string {
  const text = repoURL.trim().replace(/^oci:\/\//, '');
  const name = parseImageName(text);
  if (!name) return `${kind}:${text}`;
  const { registry, repository } = name;
  const hub = registry === 'index.docker.io';
  const path =
    hub && !repository.includes('/') ? `library/${repository}` : repository;
  return `${kind}:${hub ? 'docker.io' : registry}/${path}`;
}
