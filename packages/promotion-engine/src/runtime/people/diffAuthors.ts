import { originKey } from '../../model/artifacts';
import { ApprovalRule } from '../../model/definition';
import { FreightReference } from '../../model/freight';
import { DiffAuthors } from '../../model/promotion';
import { EngineContext } from '../context';

const SOURCE = 'org.opencontainers.image.source';
const REVISION = 'org.opencontainers.image.revision';

/** Commits of one repository that freight brings, or why they are not known. */
type Range =
  | { repoURL: string; head: string; base?: string }
  | { unread: string };

export interface AuthorsQuestion {
  project: string;
  stage: string;
  freight: FreightReference;
  approvals: ApprovalRule[];
}

/**
 * Who wrote what comes into the stage: the commits between what it has of the same origin and the freight, of the
 * repositories that warehouses watch, and of those that images name as their source. The first freight of an origin
 * brings its newest commit only.
 * @returns undefined when no rule asks
 */
export async function diffAuthors(
  engine: EngineContext,
  question: AuthorsQuestion,
): Promise<DiffAuthors | undefined> {
  if (!question.approvals.some(rule => rule.excludeAuthors)) return undefined;
  const { project, stage, freight } = question;
  const row = await engine.store.stage(project, stage);
  const before = row?.history[0]?.items[originKey(freight.origin)];
  const addresses = new Set<string>();
  const unread: string[] = [];
  for (const range of rangesOf(freight, before)) {
    const found = await authorsOf(engine, project, range);
    if ('unread' in found) unread.push(found.unread);
    else found.addresses.forEach(each => addresses.add(each));
  }
  const users = await usersOf(engine, [...addresses]);
  if ('unread' in users)
    return { users: [], unmatched: [], unread: [...unread, users.unread] };
  return {
    users: [...new Set(Object.values(users.byAddress))].sort(),
    unmatched: [...addresses].filter(each => !users.byAddress[each]).sort(),
    unread,
  };
}

function rangesOf(
  freight: FreightReference,
  before: FreightReference | undefined,
): Range[] {
  const commits = freight.commits.flatMap(({ repoURL, id }): Range[] => {
    const base = before?.commits.find(each => each.repoURL === repoURL)?.id;
    return base === id ? [] : [{ repoURL, head: id, base }];
  });
  const images = freight.images.flatMap((image): Range[] => {
    const { repoURL, tag, digest, annotations = {} } = image;
    const old = before?.images.find(each => each.repoURL === repoURL);
    if (old?.digest === digest) return [];
    const [source, head] = [annotations[SOURCE], annotations[REVISION]];
    if (!source || !head)
      return [
        {
          unread: `the image ${repoURL}:${tag} has no annotations ${SOURCE} and ${REVISION}`,
        },
      ];
    const same = old?.annotations?.[SOURCE] === source;
    const base = same ? old?.annotations?.[REVISION] : undefined;
    return base === head ? [] : [{ repoURL: source, head, base }];
  });
  const charts = freight.charts.flatMap((chart): Range[] => {
    const { repoURL, name, version } = chart;
    const kept = before?.charts.some(
      each => each.repoURL === repoURL && each.version === version,
    );
    const called = [repoURL, name].filter(Boolean).join(' ');
    return kept
      ? []
      : [{ unread: `the chart ${called} ${version} names no commits` }];
  });
  return [...commits, ...images, ...charts];
}

async function authorsOf(
  engine: EngineContext,
  project: string,
  range: Range,
): Promise<{ addresses: string[] } | { unread: string }> {
  if ('unread' in range) return range;
  const { repoURL, head, base } = range;
  const row = await engine.store.project(project);
  const refusal = await engine.grants.refusal({
    project,
    entityRef: row?.entityRef ?? '',
    kind: 'git',
    url: repoURL,
    access: 'read',
  });
  if (refusal) return { unread: refusal };
  try {
    return { addresses: await engine.git.authors(repoURL, { head, base }) };
  } catch (error) {
    return { unread: engine.masker.mask((error as Error).message) };
  }
}

async function usersOf(
  engine: EngineContext,
  addresses: string[],
): Promise<{ byAddress: Record<string, string> } | { unread: string }> {
  if (addresses.length === 0) return { byAddress: {} };
  try {
    return { byAddress: await engine.policies.usersByEmail(addresses) };
  } catch (error) {
    engine.logger.warn(
      `the catalog could not be asked for users: ${(error as Error).message}`,
    );
    return { unread: 'the catalog could not be asked for their users' };
  }
}
