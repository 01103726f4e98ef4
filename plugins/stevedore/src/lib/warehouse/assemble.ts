import { FoundVersions, FreightAsk } from '@stevedore/plugin-stevedore-common';
import { shortSource, shortVersion } from '../words/names';

type FoundVersion = FoundVersions['versions'][number];

/** What was chosen of each subscription: the place in its list, by `foundKey`. */
export type Chosen = Readonly<Record<string, number>>;

export function foundKey({ kind, repoURL, name, subscription }: FoundVersions) {
  return [kind, repoURL, name, subscription].filter(Boolean).join(' ');
}

/** `image web`, `chart charts/web`. */
export function foundLabel({ kind, repoURL, name }: FoundVersions): string {
  const source = shortSource(repoURL);
  return `${kind} ${name ? `${source}/${name}` : source}`;
}

/** As it is chosen: `1.4.3`, `3f2c1ab Mend the login`. */
export function versionChoice({ version, message }: FoundVersion): string {
  const short = shortVersion(version);
  return message ? `${short} ${message.split('\n')[0]}` : short;
}

/** The request for what was chosen; the best of a subscription where nothing was. */
export function assembleAsk(
  warehouse: string,
  found: readonly FoundVersions[],
  { chosen, ...said }: { chosen: Chosen; alias?: string; reason?: string },
): FreightAsk {
  const picked = found.flatMap(each => {
    const version = each.versions[chosen[foundKey(each)] ?? 0];
    return version ? [{ each, version }] : [];
  });
  const of = (kind: FoundVersions['kind']) =>
    picked.filter(({ each }) => each.kind === kind);
  return {
    warehouse,
    ...said,
    images: of('image').map(({ each: { repoURL }, version }) => ({
      repoURL,
      tag: version.version,
      digest: version.digest,
    })),
    commits: of('commit').map(({ each: { repoURL }, version }) => ({
      repoURL,
      id: version.digest ?? version.version,
      tag: version.digest === version.version ? undefined : version.version,
    })),
    charts: of('chart').map(({ each: { repoURL, name }, version }) => ({
      repoURL,
      name,
      version: version.version,
    })),
  };
}
