import { FoundVersions } from '@stevedore/plugin-stevedore-common';
import { Discovery } from '@stevedore/promotion-engine';
import { publicUrl } from './publicUrl';

/** What each subscription found, best first, in the words of the freight list. */
export function toFound(discovery?: Discovery): FoundVersions[] {
  const { git = [], images = [], charts = [] } = discovery ?? {};
  return [
    ...images.map(({ repoURL, subscriptionName, references }) => ({
      kind: 'image' as const,
      repoURL: publicUrl(repoURL),
      subscription: subscriptionName,
      versions: references.map(({ tag, digest, createdAt }) => ({
        version: tag,
        digest,
        createdAt,
      })),
    })),
    ...git.map(({ repoURL, subscriptionName, commits }) => ({
      kind: 'commit' as const,
      repoURL: publicUrl(repoURL),
      subscription: subscriptionName,
      versions: commits.map(({ id, tag, subject, author, creatorDate }) => ({
        version: tag ?? id,
        digest: id,
        createdAt: creatorDate,
        message: subject,
        author,
      })),
    })),
    ...charts.map(({ repoURL, name, subscriptionName, versions }) => ({
      kind: 'chart' as const,
      repoURL: publicUrl(repoURL),
      name,
      subscription: subscriptionName,
      versions: versions.map(version => ({ version })),
    })),
  ];
}
