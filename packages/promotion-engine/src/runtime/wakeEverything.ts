import { EngineContext } from './context';

const PAGE = 100;

/** Puts everything that may have work on the queue: at start, and when a definition changed. Truth is in the tables. */
export async function wakeEverything(
  engine: EngineContext,
  only?: string,
): Promise<void> {
  let after: string | undefined;
  do {
    const page = only
      ? { items: [{ project: only }], next: undefined }
      : await engine.store.projects({ after, limit: PAGE });
    for (const { project } of page.items) await wakeProject(engine, project);
    after = page.next;
  } while (after);
}

async function wakeProject(
  engine: EngineContext,
  project: string,
): Promise<void> {
  for (const promotion of await engine.store.openPromotions(project)) {
    await engine.queue.enqueue({
      kind: 'promotion',
      project,
      name: promotion.name,
    });
  }
  const definition = await engine.definitions.load(project);
  for (const warehouse of definition?.project.warehouses ?? []) {
    await engine.queue.enqueue({
      kind: 'warehouse',
      project,
      name: warehouse.name,
    });
  }
  for (const stage of definition?.project.stages ?? []) {
    await engine.queue.enqueue({
      kind: 'verification',
      project,
      name: stage.name,
    });
    await engine.queue.enqueue({ kind: 'stage', project, name: stage.name });
  }
}
