const PLAIN = /^[\w@%+=,.()[\] -]+$/;
/** Names that some file system takes for `.git`, and what Git reads for itself (git's verify_path). */
const GITS_OWN = /^(\.git(?!ignore$|keep$)|git~)/i;

/** Whether no rule of Git about names applies to a path; whatever is in doubt is not plain, and Git decides. */
export function isPlainPath(path: string): boolean {
  return path
    .split('/')
    .every(
      name => PLAIN.test(name) && !GITS_OWN.test(name) && !/^\.+$/.test(name),
    );
}

/**
 * What Git refuses to put into an index, and some of what it takes: `.git` as NTFS and HFS+ would read it, steps
 * upwards, back slashes, characters that cannot be seen.
 */
const DOUBTFUL =
  /\\|(^|\/)(\.{0,2}(\/|$)|git~|\.git(?!(ignore|keep|attributes|hub|lab-ci\.yml)(\/|$)))|[\u200c-\u206f\ufeff]/i;

/** Whether Git has to say if this may be a path of a work tree. */
export const isDoubtfulPath = (path: string): boolean => DOUBTFUL.test(path);
