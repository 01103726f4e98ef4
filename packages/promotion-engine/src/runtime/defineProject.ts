import { canonicalHash } from '../decide/ledgerChain';
import { ProjectRow, rowKey } from '../model/rows';
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
  const isOwner = row?.entityRef === input.entityRef;
  const decisions: ProjectDecision[] = [];
  // its entity is back: what ran before runs again, whatever became of the definition meanwhile
  if (row?.paused && isOwner)
    decisions.push({ verb: 'project.resumed', data: {} });
  if (bad.length > 0) {
    if (JSON.stringify(row?.problems) !== JSON.stringify(bad))
      decisions.push({
        verb: 'definition.rejected',
        data: { entityRef: input.entityRef, problems: bad },
      });
  } else if (
    !isOwner ||
    row.digest !== digest ||
    row.provenance !== input.provenance ||
    row.target !== input.target ||
    row.problems.length > 0
  ) {
    decisions.push({ verb: 'definition.accepted', data: { ...rest, digest } });
  }
  if (decisions.length === 0) return;
  await decideOn(engine, { project, row, decisions });
  if (decisions.some(({ verb }) => verb !== 'definition.rejected'))
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
    await decideOn(engine, {
      project,
      row,
      decisions: [{ verb: 'project.paused', reason, data: {} }],
    });
}

interface ProjectDecision {
  verb:
    | 'definition.accepted'
    | 'definition.rejected'
    | 'project.paused'
    | 'project.resumed';
  reason?: string;
  data: object;
}

async function decideOn(
  engine: EngineContext,
  what: {
    project: string;
    row: ProjectRow | undefined;
    decisions: ProjectDecision[];
  },
): Promise<void> {
  const { project, row, decisions } = what;
  const entries = decisions.map(decision =>
    entryOf(engine, {
      ...decision,
      actor: 'component:definitions',
      subject: `project:${project}`,
      data: decision.data as never,
    }),
  );
  await commitAndTell(engine, project, {
    entries,
    expect: [{ ...rowKey.project(), version: row?.version ?? 0 }],
  });
}
