import { canonicalHash } from '../decide/ledgerChain';
import { rowKey } from '../model/rows';
import { commitAndTell, entryOf } from './commit';
import { EngineContext } from './context';
import { DefinitionInput } from './engine';
import { wakeEverything } from './wakeEverything';

/** Compares with what runs; a definition that does not validate is written down, and the last good one stays. */
export async function defineProject(
  engine: EngineContext,
  input: DefinitionInput,
): Promise<void> {
  const { project, problems, ...rest } = input;
  const row = await engine.store.project(project);
  const bad = problems.filter(problem => problem.severity === 'error');
  const digest = canonicalHash(input.files);
  if (bad.length > 0) {
    if (row && JSON.stringify(row.problems) === JSON.stringify(bad)) return;
    await decideOn(engine, project, {
      verb: 'definition.rejected',
      data: { entityRef: input.entityRef, problems: bad },
    });
    return;
  }
  if (
    row?.digest === digest &&
    !row.paused &&
    row.problems.length === 0 &&
    row.entityRef === input.entityRef
  )
    return;
  await decideOn(engine, project, {
    verb: 'definition.accepted',
    data: { ...rest, digest },
  });
  await wakeEverything(engine, project);
}

/** The entity is gone: state stays, nothing moves. */
export async function pauseProject(
  engine: EngineContext,
  project: string,
  reason: string,
): Promise<void> {
  const row = await engine.store.project(project);
  if (row && !row.paused)
    await decideOn(engine, project, {
      verb: 'project.paused',
      reason,
      data: {},
    });
}

async function decideOn(
  engine: EngineContext,
  project: string,
  what: {
    verb: 'definition.accepted' | 'definition.rejected' | 'project.paused';
    reason?: string;
    data: object;
  },
): Promise<void> {
  const row = await engine.store.project(project);
  const entry = entryOf(engine, {
    ...what,
    actor: 'component:definitions',
    subject: `project:${project}`,
    data: what.data as never,
  });
  await commitAndTell(engine, project, {
    entries: [entry],
    expect: [{ ...rowKey.project(), version: row?.version ?? 0 }],
  });
}
