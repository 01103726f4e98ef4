import { PLATFORM } from '../../model/scope';
import { EngineContext } from '../context';

const PAGE = 200;

export interface Waiting {
  project: string;
  stage: string;
  name: string;
}

/** Every promotion that waits in a queue: of one project, or of all. */
export async function* queuedIn(
  { store }: Pick<EngineContext, 'store'>,
  project: string,
): AsyncGenerator<Waiting> {
  if (project !== PLATFORM) {
    const open = await store.openPromotions(project);
    yield* open.filter(({ phase }) => phase === 'Pending');
    return;
  }
  let after: string | undefined;
  do {
    const page = await store.queued({ after, limit: PAGE });
    yield* page.items;
    after = page.next;
  } while (after);
}

/** What waits looks at its gates again, at once: somebody changed them. */
export async function wakeQueue(
  engine: Pick<EngineContext, 'queue' | 'store'>,
  project: string,
): Promise<void> {
  for await (const { project: in_, name } of queuedIn(engine, project))
    await engine.queue.enqueue({ kind: 'promotion', project: in_, name });
}
