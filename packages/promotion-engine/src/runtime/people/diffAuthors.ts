import { SourceRange, sourceRanges, UnknownSource } from '../../decide/commits';
import { originKey } from '../../model/artifacts';
import { ApprovalRule } from '../../model/definition';
import { FreightReference } from '../../model/freight';
import { DiffAuthors } from '../../model/promotion';
import { EngineContext } from '../context';

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
  for (const range of sourceRanges(freight, before)) {
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

async function authorsOf(
  engine: EngineContext,
  project: string,
  range: SourceRange | UnknownSource,
): Promise<{ addresses: string[] } | { unread: string }> {
  if ('why' in range) return { unread: range.why };
  const { repoURL, newer: head, older: base } = range;
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
