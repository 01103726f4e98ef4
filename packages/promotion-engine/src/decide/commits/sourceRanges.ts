import { Artifacts, Image } from '../../model/artifacts';

/** Where an image was made from (OCI image-spec, annotations.md). */
const SOURCE = 'org.opencontainers.image.source';
const REVISION = 'org.opencontainers.image.revision';
/** Directories or patterns of the source that the image is made of, separated by spaces or commas; absent: all of it. */
const PATHS = 'stevedore.dev/source-paths';

const COMMIT = /^[0-9a-f]{7,64}$/;

/** Commits of one repository that lie between an artifact of two freight. */
export interface SourceRange {
  repoURL: string;
  newer: string;
  /** Absent: the older freight has none of the same repository. */
  older?: string;
  /** Where freight holds the commit itself: the subscription that found it. */
  subscription?: { name?: string };
  /** Patterns as in a Git subscription; what else changed is not in the artifact. */
  includePaths?: string[];
}

/** An artifact that does not say which commits it is made of. */
export interface UnknownSource {
  /** Sentence. */
  why: string;
}

/**
 * What of each repository comes with freight that other freight has not: what both hold, and what their images say
 * they were made from. An artifact that is the same in both is left out.
 */
export function sourceRanges(
  newer: Artifacts,
  older?: Artifacts,
): (SourceRange | UnknownSource)[] {
  const commits = newer.commits.flatMap((commit): SourceRange[] => {
    const { repoURL, id, subscriptionName: name } = commit;
    const was = older?.commits.find(each => each.repoURL === repoURL)?.id;
    if (was === id) return [];
    const ends = { newer: id, older: was };
    return [{ repoURL, ...ends, subscription: { name } }];
  });
  const images = newer.images.flatMap(image => {
    const was = older?.images.find(each => each.repoURL === image.repoURL);
    return was?.digest === image.digest ? [] : rangeOfImage(image, was);
  });
  const charts = newer.charts.flatMap(({ repoURL, name, version }) => {
    const kept = older?.charts.some(
      each =>
        each.repoURL === repoURL &&
        each.name === name &&
        each.version === version,
    );
    const called = [repoURL, name].filter(Boolean).join(' ');
    const why = `the chart ${called} ${version} names no commits`;
    return kept ? [] : [{ why }];
  });
  return [...commits, ...images, ...charts];
}

function rangeOfImage(
  { repoURL, tag, annotations = {} }: Image,
  was: Image | undefined,
): (SourceRange | UnknownSource)[] {
  const { [SOURCE]: source, [REVISION]: newer, [PATHS]: paths } = annotations;
  const artifact = `the image ${repoURL}:${tag}`;
  if (!source || !newer) {
    const why = `${artifact} has no annotations ${SOURCE} and ${REVISION}`;
    return [{ why }];
  }
  // another repository has no history in common
  const same = was?.annotations?.[SOURCE] === source;
  const older = same ? was?.annotations?.[REVISION] : undefined;
  if (older === newer) return [];
  const unclear = [newer, older].find(each => each && !COMMIT.test(each));
  if (unclear) {
    const why = `${artifact}, or the one before it, says in ${REVISION} that it was made from "${unclear}", which is no commit id`;
    return [{ why }];
  }
  const includePaths = paths?.split(/[\s,]+/).filter(Boolean);
  return [{ repoURL: source, newer, older, includePaths }];
}
