import {
  FreightSummary,
  FreightVersion,
} from '@stevedore/plugin-stevedore-common';

const COMMIT = /^[0-9a-f]{40}$/;

/** `user:default/ada` is Ada's `ada`; components of the system keep their kind. */
export function personName(ref: string): string {
  const [, kind, name] = /^([^:]+):(?:[^/]+\/)?(.+)$/.exec(ref) ?? [];
  if (!name) return ref;
  return kind === 'user' || kind === 'group' ? name : `${name} (${kind})`;
}

/** A version as people say it: commits by their first seven digits. */
export function shortVersion(version: string): string {
  return COMMIT.test(version) ? version.slice(0, 7) : version;
}

/** `ghcr.io/acme/web` is `web`. */
export function shortSource(source: string): string {
  return (
    source
      .replace(/\.git$/, '')
      .split('/')
      .filter(Boolean)
      .pop() ?? source
  );
}

/** The version that stands for the freight: its first artifact's. */
export function freightVersion(
  freight: Pick<FreightSummary, 'name' | 'versions'>,
): string {
  const [first] = freight.versions;
  return first ? shortVersion(first.version) : freight.name.slice(0, 7);
}

/** What people may say for the name of freight: its alias, where it is known. */
export function sayable(
  freight: readonly Pick<FreightSummary, 'name' | 'alias'>[],
  name: string | undefined,
): string {
  return freight.find(each => each.name === name)?.alias ?? name ?? '';
}

/** `web 1.4.2` for each artifact. */
export function versionLabel({ source, version }: FreightVersion): string {
  return `${shortSource(source)} ${shortVersion(version)}`;
}

/** `Warehouse/web` is `web`. */
export function originName(origin: string): string {
  return origin.slice(origin.indexOf('/') + 1);
}

/** `ghcr.io/acme/web ^1.0.0` is `web ^1.0.0`; what is watched besides its place stays. */
export function shortWatch(watched: string): string {
  const [source, ...wanted] = watched.split(' ');
  return [shortSource(source), ...wanted].join(' ');
}
