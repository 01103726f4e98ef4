import { badSinceOf, wayBack, whyNotBackTo } from '../../decide/rollback';
import { originKey } from '../../model/artifacts';
import { Project, Stage } from '../../model/definition';
import { Rollback } from '../../model/rollback';
import { FreightRow, PromotionRow, StageRow } from '../../model/rows';
import { EngineContext, isoNow } from '../context';
import { RequestError } from '../engine';
import { freightOf } from '../freightOf';
import { resolveStage } from '../resolveFreight';
import { findRollback } from './findRollback';

export interface BackInto {
  project: string;
  stage: string;
  /** Name or alias of what to go back to; absent: the last that was verified there. */
  freight?: string;
  /** Origin key, for a stage that takes freight of several; absent: of what came last. */
  origin?: string;
}

export interface FoundRollback {
  project: Project;
  stage: Stage;
  /** What comes back. */
  freight: FreightRow;
  rollback: Rollback;
  stageRow: StageRow;
  /** What is taken out, when it is known still. */
  out?: FreightRow;
  /** Promotions of the stage that have not ended. */
  open: PromotionRow[];
}

/** What a person who wants to go back means. @throws RequestError that says why there is no way back */
export async function resolveRollback(
  engine: EngineContext,
  input: BackInto,
): Promise<FoundRollback> {
  const { store } = engine;
  const name = input.project;
  const { project, stage } = await resolveStage(engine, input);
  const wanted =
    input.freight === undefined
      ? undefined
      : await freightOf(engine, name, input.freight);
  const [stageRow, open] = await Promise.all([
    store.stage(name, stage.name),
    store.openPromotions(name, stage.name),
  ]);
  const origin = wanted
    ? originKey(wanted.origin)
    : input.origin ?? (await newestOrigin(engine, name, { stage, stageRow }));
  const history = stageRow?.history ?? [];
  const hereName = history[0]?.items[origin]?.name;
  const out =
    hereName === undefined ? undefined : await store.freight(name, hereName);
  const facts = { stage, stageRow, open };
  const rows = await store.freightStages(name, [
    ...new Set([...wayBack(history, origin), ...(wanted ? [wanted.name] : [])]),
  ]);
  const option = wanted
    ? {
        to: wanted,
        whyNot: whyNotBackTo(facts, wanted, {
          row: rows.find(
            row => row.freight === wanted.name && row.stage === stage.name,
          ),
          here: out,
        }),
      }
    : await findRollback({
        ...facts,
        origin,
        rows,
        freight: each => store.freight(name, each),
      });
  if (option.whyNot || !option.to)
    throw new RequestError('conflict', option.whyNot!);
  const now = isoNow(engine);
  const rollback: Rollback = {
    of: broughtBy(history, origin),
    out: hereName,
    because: 'person',
    badSince: badSinceOf(stageRow!, {
      now,
      quarantinedAt: out?.quarantine?.at,
    }),
  };
  const to = option.to;
  return {
    project,
    stage,
    freight: to,
    rollback,
    stageRow: stageRow!,
    out,
    open,
  };
}

/** Origin of what the last promotion brought. */
async function newestOrigin(
  engine: EngineContext,
  project: string,
  { stage, stageRow }: { stage: Stage; stageRow?: StageRow },
): Promise<string> {
  const [only, ...others] = stage.requestedFreight;
  const promotion = stageRow?.history[0]?.promotion;
  const last =
    others.length > 0 && promotion
      ? await engine.store.promotion(project, promotion)
      : undefined;
  return originKey(last?.freight.origin ?? only.origin);
}

/** The promotion that brought what is there of an origin; later ones may have brought other origins. */
function broughtBy(history: StageRow['history'], origin: string): string {
  const name = history[0].items[origin]?.name;
  const end = history.findIndex(each => each.items[origin]?.name !== name);
  return history[end === -1 ? history.length - 1 : end - 1].promotion;
}
