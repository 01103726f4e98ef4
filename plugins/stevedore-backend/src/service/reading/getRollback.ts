import { NotFoundError } from '@backstage/errors';
import {
  RollbackOption,
  RollbackOptions,
} from '@stevedore/plugin-stevedore-common';
import {
  BackFacts,
  findRollback,
  FreightStageRow,
  whyNotBackTo,
} from '@stevedore/promotion-engine';
import { toFreightSummary } from '../../mappers/freight';
import { toRollbackOption } from '../../mappers/rollback';
import { ServiceDeps } from '../ServiceDeps';
import { Running } from './projects';
import { remembered, waysBack } from './rollbacks';

/** Everything that one stage could go back to. @throws NotFoundError */
export async function getRollback(
  { store }: Pick<ServiceDeps, 'store'>,
  { row, project }: Running,
  name: string,
): Promise<RollbackOptions> {
  const stage = project?.stages.find(each => each.name === name);
  if (!stage)
    throw new NotFoundError(`There is no stage ${name} in ${row.project}.`);
  const [stageRow, open] = await Promise.all([
    store.stage(row.project, name),
    store.openPromotions(row.project, name),
  ]);
  const ways = waysBack(stage, stageRow);
  const rows = await store.freightStages(row.project, [
    ...new Set(ways.flatMap(way => way.names)),
  ]);
  const freight = remembered(each => store.freight(row.project, each));
  const facts = { stage, stageRow, open };
  const options = ways.map(async ({ origin }) => {
    const option = await findRollback({ ...facts, origin, rows, freight });
    const here =
      option.out === undefined ? undefined : await freight(option.out);
    const earlier = await Promise.all(
      option.earlier.map(async each => {
        const found = await freight(each);
        const mine = rows.find(
          one => one.freight === each && one.stage === name,
        );
        return found && toEarlier(facts, found, { row: mine, here });
      }),
    );
    return {
      ...toRollbackOption(option, here),
      earlier: earlier.filter(each => each !== undefined),
    };
  });
  return { stage: name, options: await Promise.all(options) };
}

function toEarlier(
  facts: BackFacts,
  freight: Parameters<typeof whyNotBackTo>[1],
  at: {
    row?: FreightStageRow;
    here: Parameters<typeof whyNotBackTo>[2]['here'];
  },
): NonNullable<RollbackOption['earlier']>[number] {
  const held = facts.stageRow?.history.find(each =>
    Object.values(each.items).some(item => item.name === freight.name),
  );
  return {
    freight: toFreightSummary(freight),
    verified: at.row?.verifiedAt !== undefined,
    since: held?.since,
    whyNot: whyNotBackTo(facts, freight, at),
  };
}
