import { Artifacts } from '../../model/artifacts';
import { Discovered } from '../../model/discovery';

/**
 * The best of each subscription, as freight holds it (Kargo: buildFreightFromLatestArtifacts).
 * @returns undefined when a subscription has found nothing
 */
export function artifactsOf(discovered: Discovered): Artifacts | undefined {
  const { git, images, charts } = discovered;
  if (git.length + images.length + charts.length === 0) return undefined;
  const artifacts: Artifacts = {
    commits: git.flatMap(({ repoURL, subscriptionName, commits }) =>
      commits.slice(0, 1).map(({ id, branch, tag, subject, ...people }) => ({
        repoURL,
        id,
        branch,
        tag,
        message: subject,
        author: people.author,
        committer: people.committer,
        subscriptionName,
      })),
    ),
    images: images.flatMap(({ repoURL, subscriptionName, references }) =>
      references.slice(0, 1).map(({ tag, digest, annotations }) => ({
        repoURL,
        tag,
        digest,
        annotations,
        subscriptionName,
      })),
    ),
    charts: charts.flatMap(({ repoURL, name, subscriptionName, versions }) =>
      versions.slice(0, 1).map(version => ({
        repoURL,
        name,
        version,
        subscriptionName,
      })),
    ),
    artifacts: [],
  };
  const complete =
    artifacts.commits.length === git.length &&
    artifacts.images.length === images.length &&
    artifacts.charts.length === charts.length;
  return complete ? artifacts : undefined;
}
