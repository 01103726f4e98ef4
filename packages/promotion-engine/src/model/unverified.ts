const MARK = 'https+unverified:';

/**
 * A remote whose certificate nobody looks at (Kargo: insecureSkipTLSVerify of git-clone). The mark is a part of the
 * address, so it goes wherever the checkout goes: to pushes, replays after a crash, plans and the ledger, where people
 * see it. Only https has certificates.
 */
export const unverified = (repoURL: string): string =>
  repoURL.trim().replace(/^https:/i, MARK);

export const isUnverified = (repoURL: string): boolean =>
  repoURL.startsWith(MARK);

/** The address itself: what grants are for, and what credentials belong to. */
export const plainAddress = (repoURL: string): string =>
  isUnverified(repoURL) ? `https:${repoURL.slice(MARK.length)}` : repoURL;
