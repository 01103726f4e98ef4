import { EngineContext } from './context';
import { holdsMask, restored } from './masking';
import { guarded, ReadyStep } from './stepExecution';

/**
 * An intent as it was before it was written down without secrets: what was hidden is worked out again from the
 * step's configuration, as long as that still gives the same intent.
 */
export async function wholeIntent(
  engine: EngineContext,
  { kind, context, config }: ReadyStep,
  intent: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  if (!holdsMask(intent)) return intent;
  const fresh = await guarded(engine, () =>
    kind.external!.intend(context, config),
  );
  return restored(intent, { fresh, masker: engine.masker });
}
