import { FreightCollection, FreightReference } from '../model/freight';
import { ExpressionVariable } from '../model/definition';
import { normalizeGit } from '../model/urls';
import { StepStatus } from '../model/promotion';

/** What expressions of one run may look at. */
export interface RunFacts {
  project: string;
  stage: string;
  promotion: string;
  actor: string;
  freight: FreightReference & { alias?: string };
  collection: FreightCollection;
  vars: ExpressionVariable[];
  outputs: Record<string, unknown>;
  steps: { alias: string; status: StepStatus; continueOnError: boolean }[];
}

/** Kargo's `ctx` (kargo.md, section 7). */
export function ctxOf(
  facts: RunFacts,
  alias?: string,
): Record<string, unknown> {
  return {
    project: facts.project,
    stage: facts.stage,
    promotion: facts.promotion,
    targetFreight: {
      name: facts.freight.name,
      alias: facts.freight.alias ?? '',
      origin: { name: facts.freight.origin.name },
    },
    meta: {
      promotion: { actor: facts.actor, rollback: false },
      step: { alias: alias ?? '' },
    },
  };
}

type Origin = { kind: string; name: string } | undefined;

/** `imageFrom`, `commitFrom`, `chartFrom`, `warehouse`: lookups in the collection that is promoted. */
export function freightFunctions(
  collection: FreightCollection,
): Record<string, (...args: unknown[]) => unknown> {
  const items = Object.values(collection.items);
  const find = <T>(
    what: string,
    origin: Origin,
    pick: (item: FreightReference) => T[],
  ): T | null => {
    const from = origin
      ? items.filter(item => item.origin.name === origin.name)
      : items;
    const hits = from.map(pick).filter(found => found.length > 0);
    if (hits.length > 1)
      throw new Error(
        `${what} comes from more than one warehouse: name one, e.g. warehouse("main")`,
      );
    return hits[0]?.[0] ?? null;
  };
  return {
    warehouse: name => ({ kind: 'Warehouse', name: String(name) }),
    imageFrom: (url, origin) => {
      const image = find(`image ${url}`, origin as Origin, item =>
        item.images.filter(each => each.repoURL === url),
      );
      return (
        image && {
          RepoURL: image.repoURL,
          Tag: image.tag,
          Digest: image.digest,
          Annotations: image.annotations ?? {},
          SubscriptionName: image.subscriptionName ?? '',
        }
      );
    },
    commitFrom: (url, origin) => {
      const wanted = normalizeGit(String(url));
      const commit = find(`commit ${url}`, origin as Origin, item =>
        item.commits.filter(each => normalizeGit(each.repoURL) === wanted),
      );
      return (
        commit && {
          RepoURL: commit.repoURL,
          ID: commit.id,
          Branch: commit.branch ?? '',
          Tag: commit.tag ?? '',
          Message: commit.message ?? '',
          Author: commit.author ?? '',
          Committer: commit.committer ?? '',
        }
      );
    },
  };
}
