import { ChangedFile, DriftSide, GitPlace } from './drift';
import { sameVersion, seenText, Target, Version, versionText } from './version';
import { namedVersions, nodesOf, versionAt, writtenPlaces } from './versionsIn';

/** Since when a file is as it is, and whose doing that was: ` since commit abc1234 by Ada`. */
export function sinceWhen({ by }: ChangedFile): string {
  const [newest, more] = by;
  if (!newest) return '';
  const promotion = newest.trailers['Stevedore-Promotion'];
  const who = promotion ? `promotion ${promotion}` : newest.author;
  const commit = `commit ${newest.id.slice(0, 7)} by ${who}`;
  return more ? `, last changed in ${commit}` : ` since ${commit}`;
}

/** What Git says of one artifact now: as it was promoted, unless a file that the promotion wrote says otherwise. */
export function sideInGit(places: GitPlace[], target: Target): DriftSide {
  if (places.length === 0)
    return { status: 'none', reason: 'the promotion wrote to no branch' };
  const sides = places.map(place => sideInPlace(place, target));
  return (
    sides.find(({ status }) => status === 'differs') ??
    sides.find(({ status }) => status === 'unknown') ??
    sides[0]
  );
}

function sideInPlace({ now }: GitPlace, target: Target): DriftSide {
  if (now.status === 'unread') return { status: 'unknown', reason: now.reason };
  const said = now.changed.map(file => inFile(file, target));
  return (
    said.find(side => side?.status === 'differs') ??
    said.find(side => side?.status === 'unknown') ?? {
      status: 'same',
      value: versionText(target.version),
    }
  );
}

/** @returns undefined where the file has nothing to do with the artifact */
function inFile(file: ChangedFile, target: Target): DriftSide | undefined {
  const since = sinceWhen(file);
  const promoted = readNodes(file.path, file.promoted);
  const now = file.deleted ? [] : readNodes(file.path, file.now);
  if (!promoted || !now)
    return {
      status: 'unknown',
      reason: `${file.path} is another${since}, and which version it names cannot be read`,
    };
  const found = versionsIn(file, { promoted, now, target });
  if (!found) return undefined;
  if (found.length === 0)
    return {
      status: 'differs',
      reason: `${file.path} names it no more`,
      since,
    };
  const same = found.map(each => sameVersion(each, target.version));
  const texts = found.map(each => seenText(each, target.version));
  const value = [...new Set(texts)].sort().join(' and ');
  if (same.includes(false))
    return { status: 'differs', value, reason: `see ${file.path}`, since };
  if (same.includes(undefined))
    return {
      status: 'unknown',
      value,
      reason: `${file.path} names it in another way than the freight${since}`,
    };
  return undefined;
}

/** Undefined: neither did the promotion write it there, nor is it there now. */
function versionsIn(
  file: ChangedFile,
  { promoted, now, target }: Texts,
): Version[] | undefined {
  const named = namedVersions(now, target);
  if (named.length > 0) return named;
  if (namedVersions(promoted, target).length > 0) return [];
  const before = readNodes(file.path, file.before) ?? [];
  const places = writtenPlaces(before, promoted, target);
  if (places.length === 0) return undefined;
  return places.flatMap(at => versionAt(now, at) ?? []);
}

interface Texts {
  promoted: Nodes;
  now: Nodes;
  target: Target;
}
type Nodes = NonNullable<ReturnType<typeof nodesOf>>;

const readNodes = (path: string, text?: string) =>
  text === undefined ? undefined : nodesOf(path, text);
