import { AuditorService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Caller } from './StevedoreService';

/** Runs what somebody does and tells the audit log what came of it. */
export async function audited<T>(
  auditor: AuditorService,
  told: { eventId: string; input: JsonObject; caller: Caller },
  run: () => Promise<T>,
): Promise<T> {
  const { eventId, input, caller } = told;
  const event = await auditor.createEvent({
    eventId,
    severityLevel: eventId.startsWith('ledger') ? 'low' : 'medium',
    request: caller.request,
    meta: { ...input, actor: caller.actor.ref },
  });
  let answer: T;
  try {
    answer = await run();
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
  await event.success();
  return answer;
}
