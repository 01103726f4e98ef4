import { Subscription } from '../model/definition';
import { ArtifactSource, sourceKey } from '../model/sourceKey';
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
  const warehouses = definition?.project.warehouses ?? [];
  const subscriptions = warehouses.flatMap(({ name, subscriptions: all }) =>
    all.map(subscription => ({
      warehouse: name,
      source: sourceKey(sourceOf(subscription)),
    })),
  );
  await engine.store.saveSubscriptions(project, subscriptions);
  for (const warehouse of warehouses) {
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

/** What somebody outside saw move: a promotion goes on; the health of a stage is told, and verified where it waits for that. */
export async function look(
  engine: Pick<EngineContext, 'queue' | 'events'>,
  { kind, project, name }: { kind: string; project: string; name: string },
): Promise<void> {
  if (kind === 'promotion')
    return engine.queue.enqueue({ kind: 'promotion', project, name });
  engine.events.publish({ project, subjects: [`stage:${name}`] });
  return engine.queue.enqueue({ kind: 'verification', project, name });
}

function sourceOf(subscription: Subscription): ArtifactSource {
  if ('image' in subscription)
    return { kind: 'image', repoURL: subscription.image.repoURL };
  if ('git' in subscription)
    return { kind: 'git', repoURL: subscription.git.repoURL };
  const { repoURL } = subscription.chart;
  return { kind: repoURL.startsWith('oci://') ? 'image' : 'chart', repoURL };
}

/**
 * Somebody says that a source has something new: its warehouses look now instead of at their next poll.
 *
 * @returns how many warehouses watch it.
 */
export async function wakeSubscribers(
  engine: Pick<EngineContext, 'queue' | 'store'>,
  source: ArtifactSource,
): Promise<number> {
  const key = sourceKey(source);
  let woken = 0;
  let after: string | undefined;
  do {
    const page = await engine.store.subscribers(key, { after, limit: PAGE });
    for (const { project, warehouse } of page.items) {
      const work = { kind: 'refresh' as const, project, name: warehouse };
      await engine.queue.enqueue(work);
    }
    woken += page.items.length;
    after = page.next;
  } while (after);
  return woken;
}
