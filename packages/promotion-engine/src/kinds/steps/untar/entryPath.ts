import { isGitDirectory } from '../_shared/walk';

/**
 * Where an entry goes, relative to the target; undefined for one that goes nowhere: too short, or unsafe (Kargo skips
 * those without a word).
 */
export function entryPath(
  name: string,
  stripComponents: number,
): string | undefined {
  if (name.includes('\\') || name.startsWith('/') || name.includes('\0'))
    return undefined;
  const parts = name.split('/').filter(part => part !== '' && part !== '.');
  if (parts.includes('..') || parts.some(isGitDirectory)) return undefined;
  return parts.slice(stripComponents).join('/') || undefined;
}

/** Whether what a symlink points to is in the target directory, too. */
export function staysInside(path: string, link: string): boolean {
  if (link === '' || link.startsWith('/') || link.includes('\\')) return false;
  const place = path.split('/').slice(0, -1);
  for (const part of link.split('/')) {
    if (part === '' || part === '.') continue;
    if (isGitDirectory(part)) return false;
    if (part !== '..') place.push(part);
    else if (place.pop() === undefined) return false;
  }
  return true;
}
