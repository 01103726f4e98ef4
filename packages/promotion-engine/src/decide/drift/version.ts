import { Artifacts } from '../../model/artifacts';
import { normalizeImage } from '../../model/urls';

/** A version by its name (a tag, a number, a commit), its digest, or both. */
export interface Version {
  name?: string;
  digest?: string;
}

/** What was promoted of one artifact. */
export interface Target {
  kind: 'image' | 'chart' | 'commit';
  repoURL: string;
  /** Name of a chart. */
  chart?: string;
  version: Version;
}

/** Everything that was promoted, each by itself. */
export function targetsOf({ images, charts, commits }: Artifacts): Target[] {
  return [
    ...images.map(
      ({ repoURL, tag, digest }): Target => ({
        kind: 'image',
        repoURL,
        version: { name: tag || undefined, digest: digest || undefined },
      }),
    ),
    ...charts.map(
      ({ repoURL, name, version }): Target => ({
        kind: 'chart',
        repoURL,
        chart: name || undefined,
        version: { name: version },
      }),
    ),
    ...commits.map(
      ({ repoURL, id }): Target => ({
        kind: 'commit',
        repoURL,
        version: { name: id },
      }),
    ),
  ];
}

/** Undefined where it cannot be said: one has only a name, the other only a digest. */
export function sameVersion(a: Version, b: Version): boolean | undefined {
  if (a.digest && b.digest) return a.digest === b.digest;
  if (a.name && b.name) return a.name === b.name;
  return undefined;
}

/** As people read it: a tag where there is one, and hashes short. */
export function versionText({ name, digest }: Version): string {
  if (name) return /^[0-9a-f]{40}$/.test(name) ? name.slice(0, 7) : name;
  return digest ? digest.slice(0, 'sha256:'.length + 12) : 'no version';
}

/** What is seen beside what was promoted: of two with one name the digest tells which it is. */
export function seenText(seen: Version, promoted: Version): string {
  const moved = seen.name && sameVersion(seen, promoted) === false;
  return moved && seen.name === promoted.name
    ? `${seen.name}@${versionText({ digest: seen.digest })}`
    : versionText(seen);
}

/** A full image reference, `repository[:tag][@digest]`, of the target's repository. */
export function referenceVersion(
  reference: string,
  { kind, repoURL }: Target,
): Version | undefined {
  if (kind !== 'image') return undefined;
  const [named, digest] = reference.trim().split('@');
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const repository = colon < 0 ? named : named.slice(0, colon);
  const name = colon < 0 ? undefined : named.slice(colon + 1);
  if (!(name || digest)) return undefined;
  return normalizeImage(repository) === normalizeImage(repoURL)
    ? { name, digest }
    : undefined;
}
