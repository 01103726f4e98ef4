import {
  Actor,
  Clock,
  NewEntry,
  RequestError,
  RunnerAct,
  Store,
} from '@stevedore/promotion-engine';

export interface RecordDeps {
  store: Pick<Store, 'commit'>;
  clock: Clock;
}

/**
 * Asks something of whoever runs a pipeline, with what was asked in the ledger before, and what came of it after: an
 * act that a dying process could not report is known all the same.
 */
export async function recordAct<T>(
  { store, clock }: RecordDeps,
  told: {
    project: string;
    actor: Actor;
    reason?: string;
    subject: string;
    act: RunnerAct;
  },
  run: () => Promise<T>,
): Promise<T> {
  const { project, actor, act } = told;
  const write = (
    verb: 'runner.asked' | 'runner.answered',
    more: { data: RunnerAct; subject?: string; reason?: string },
  ) =>
    store.commit({
      project,
      expect: [],
      entries: [
        {
          verb,
          actor: actor.ref,
          at: new Date(clock.now()).toISOString(),
          subject: told.subject,
          ...more,
        } as NewEntry,
      ],
    });
  await write('runner.asked', { data: act, reason: told.reason });
  try {
    const answer = await run();
    // the name that it has there may be another one
    const promotion = act.operation === 'promote' ? `${answer}` : act.promotion;
    const subject = promotion ? `promotion:${promotion}` : told.subject;
    await write('runner.answered', {
      subject,
      data: { ...act, ...(promotion && { promotion }) },
    });
    return answer;
  } catch (error) {
    if (error instanceof RequestError)
      await write('runner.answered', {
        data: { ...act, refused: true } as RunnerAct,
        reason: error.message,
      });
    throw error;
  }
}
