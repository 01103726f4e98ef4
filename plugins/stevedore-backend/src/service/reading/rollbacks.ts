import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import {
  findRollback,
  FreightRow,
  originKey,
  PromotionRow,
  Stage,
  StageRow,
  wayBack,
} from '@stevedore/promotion-engine';
import { toRollbackOption, toStageRollback } from '../../mappers/rollback';
import { ServiceDeps } from '../ServiceDeps';

interface Rows {
  stages: readonly Stage[];
  stageRows: StageRow[];
  open: PromotionRow[];
}

type Part = Pick<PipelineStage, 'rollbacks' | 'rollback'>;

/** By stage: where it would go back to, and what its last rollback was. One query for all stages, and a read a freight. */
export async function rollbacksOf(
  { store }: Pick<ServiceDeps, 'store'>,
  project: string,
  { stages, stageRows, open }: Rows,
): Promise<ReadonlyMap<string, Part>> {
  const names = stageRows.flatMap(({ history }) =>
    history.flatMap(each => Object.values(each.items).map(item => item.name)),
  );
  const rows = await store.freightStages(project, [...new Set(names)]);
  const freight = remembered(name => store.freight(project, name));
  const parts = stages.map(async (stage): Promise<[string, Part]> => {
    const stageRow = stageRows.find(each => each.stage === stage.name);
    const mine = open.filter(each => each.stage === stage.name);
    const held = Object.keys(stageRow?.history[0]?.items ?? {});
    const facts = { stage, stageRow, open: mine, rows, freight };
    const options = held.map(async origin => {
      const option = await findRollback({ ...facts, origin });
      const out = option.out === undefined ? undefined : freight(option.out);
      return toRollbackOption(option, await out);
    });
    const last = stageRow?.rollback?.promotion;
    const promotion = last ? await store.promotion(project, last) : undefined;
    return [
      stage.name,
      {
        rollbacks: options.length > 0 ? await Promise.all(options) : undefined,
        rollback: toStageRollback(stageRow, promotion),
      },
    ];
  });
  return new Map(await Promise.all(parts));
}

/** Each freight is read once, however many stages go back to it. */
export function remembered(
  read: (name: string) => Promise<FreightRow | undefined>,
): (name: string) => Promise<FreightRow | undefined> {
  const known = new Map<string, Promise<FreightRow | undefined>>();
  return name => {
    const found = known.get(name) ?? read(name);
    known.set(name, found);
    return found;
  };
}

/** Origins that a stage takes, and everything it could go back to in each. */
export function waysBack(
  stage: Stage,
  stageRow: StageRow | undefined,
): { origin: string; names: string[] }[] {
  return stage.requestedFreight.map(request => {
    const origin = originKey(request.origin);
    return { origin, names: wayBack(stageRow?.history ?? [], origin) };
  });
}
